// Whether a batch is in the ledger.
MATCH (b:LoadedBatch {key: $key}) RETURN b.rows AS rows
