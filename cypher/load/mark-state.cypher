// Marks have changed: whoever keeps them reads them again.
MERGE (s:MarkState {name: 'marks'})
SET s.version = coalesce(s.version, 0) + 1
