// Which community a contribution without thread is in.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (g:Group {id: $communities[i]})
CREATE (c)-[:IN]->(g)
