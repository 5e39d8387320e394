// Which group lies inside which, with its dates.
UNWIND range(0, size($keys) - 1) AS i
MATCH (g:Group {id: $groups[i]})
MATCH (whole:Group {id: $wholes[i]})
MERGE (g)-[r:PART_OF {key: $keys[i]}]->(whole)
SET r.from = $from[i], r.until = $until[i]
