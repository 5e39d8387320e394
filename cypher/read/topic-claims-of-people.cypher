// What people say of themselves.
UNWIND $people AS person
MATCH (p:Person {id: person})-[r:CLAIMS]->(t:Topic)
WHERE r.at < $before
RETURN p.id AS person, t.id AS topic, r.kind AS kind, r.at AS at
ORDER BY person, topic
