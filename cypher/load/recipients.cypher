// Who a contribution is addressed to.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (p:Person {id: $people[i]})
CREATE (c)-[:ADDRESSED_TO {account: $accounts[i]}]->(p)
