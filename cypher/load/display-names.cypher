// Names of people that only their accounts tell; gives those that changed.
UNWIND range(0, size($ids) - 1) AS i
MATCH (p:Person {id: $ids[i], automatic: true})
WHERE p.name <> $names[i]
SET p.name = $names[i]
RETURN p.id AS id
