// Names of people that only their accounts tell.
UNWIND range(0, size($ids) - 1) AS i
MATCH (p:Person {id: $ids[i], automatic: true})
SET p.name = $names[i]
