// Moves the version of the data.
MERGE (s:Snapshot {name: 'current'})
SET s.version = coalesce(s.version, 0) + 1, s.at = datetime()
RETURN s.version AS version
