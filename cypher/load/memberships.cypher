// Who belongs where, with its dates.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $people[i]})
MATCH (g:Group {id: $groups[i]})
MERGE (p)-[m:MEMBER_OF {key: $keys[i]}]->(g)
SET m.from = $from[i], m.until = $until[i], m.share = $shares[i], m.primary = $primary[i], m.role = $roles[i]
