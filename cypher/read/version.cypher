// The version of the data; it moves with every change.
OPTIONAL MATCH (s:Snapshot {name: 'current'}) RETURN coalesce(s.version, 0) AS version
