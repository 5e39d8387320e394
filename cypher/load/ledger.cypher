// The ledger's row of a batch, written in the batch's own transaction.
CREATE (:LoadedBatch {key: $key, source: $source, digest: $digest, batch: $batch, rows: $rows})
