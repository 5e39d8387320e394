// The names of the blocks of the current snapshot, its version, and how many changes were ever recorded.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
RETURN s.manifest AS manifest, coalesce(s.version, 0) AS version, coalesce(s.changes, 0) AS changes
