// Marks days of a source whose ties must be computed again.
UNWIND $days AS day
MERGE (d:DirtyDay {key: $source + ' ' + day})
ON CREATE SET d.source = $source, d.day = day
