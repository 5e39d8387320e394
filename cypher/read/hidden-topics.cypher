// Who does not want to be found for which topics; few ever say so.
MATCH (p:Person)-[r:CLAIMS]->(t:Topic)
WHERE r.kind = 'HIDDEN'
RETURN p.id AS person, collect(t.id) AS topics
ORDER BY person
