// What a contribution is about, as its source says.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MERGE (t:Topic {name: $topics[i]})
MERGE (c)-[:ABOUT {by: 'SOURCE'}]->(t)
