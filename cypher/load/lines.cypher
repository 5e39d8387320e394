// Who reports to whom, with its dates.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $people[i]})
MATCH (manager:Person {id: $managers[i]})
MERGE (p)-[r:REPORTS_TO {key: $keys[i]}]->(manager)
SET r.from = $from[i], r.until = $until[i], r.kind = $kinds[i]
