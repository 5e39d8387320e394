// What moves whenever contributions, who made them or what hangs on them may have changed: the version of the snapshot
// and the number of batches written.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
RETURN toString(coalesce(s.version, 0)) + ' ' + toString(COUNT { (:LoadedBatch) }) AS stamp
