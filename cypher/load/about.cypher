// What contributions are about, and why.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (t:Topic {id: $topics[i]})
CREATE (c)-[:ABOUT {by: $reasons[i]}]->(t)
