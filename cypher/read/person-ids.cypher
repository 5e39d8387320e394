// Ids of everybody.
MATCH (p:Person) RETURN p.id AS id ORDER BY id
