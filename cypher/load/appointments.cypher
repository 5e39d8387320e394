// Whom the company named animator of a community, with its dates.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $people[i]})
MATCH (g:Group {id: $communities[i]})
MERGE (p)-[r:APPOINTED_TO {key: $keys[i]}]->(g)
SET r.from = $from[i], r.until = $until[i], r.hoursPerWeek = $hours[i]
