// What a person says of a topic, instead of what they said before; nothing takes it back.
MATCH (p:Person {id: $person}), (t:Topic {id: $topic})
OPTIONAL MATCH (p)-[old:CLAIMS]->(t)
DELETE old
WITH DISTINCT p, t
WHERE $kind IS NOT NULL
CREATE (p)-[:CLAIMS {kind: $kind, at: $at}]->(t)
