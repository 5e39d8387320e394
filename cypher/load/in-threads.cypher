// Which thread a contribution is in.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (t:Thread {key: $threads[i]})
CREATE (c)-[:IN]->(t)
