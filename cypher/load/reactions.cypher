// Who reacted to a contribution; the same account, kind and moment once.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
MATCH (p:Person {id: $people[i]})
MERGE (p)-[r:REACTED {account: $accounts[i], kind: $kinds[i], at: $ats[i]}]->(c)
SET r.source = $source, r.day = $days[i]
