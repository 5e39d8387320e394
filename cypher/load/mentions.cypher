// Who a contribution names.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (p:Person {id: $people[i]})
CREATE (c)-[:MENTIONS {account: $accounts[i]}]->(p)
