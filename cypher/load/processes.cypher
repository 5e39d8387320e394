// The business process a contribution concerns.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MERGE (p:Process {name: $processes[i]})
MERGE (c)-[:CONCERNS]->(p)
