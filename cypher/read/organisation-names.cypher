// Names of the people the organisation listed.
MATCH (p:Person {automatic: false}) RETURN p.id AS id, p.name AS name ORDER BY id
