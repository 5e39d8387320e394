// Who says what of some topics.
MATCH (p:Person)-[r:CLAIMS]->(t:Topic)
WHERE t.id IN $topics AND r.at < $before
RETURN p.id AS person, t.id AS topic, r.kind AS kind
ORDER BY person, topic
