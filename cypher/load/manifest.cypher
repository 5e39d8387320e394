// Makes these blocks the current snapshot, unless somebody else was quicker.
MERGE (s:Snapshot {name: 'current'})
SET s.at = datetime()
WITH s WHERE coalesce(s.manifest, '') = $before
SET s.manifest = $manifest, s.version = $version
RETURN s.version AS version
