// Takes away people that were made for an account and whose accounts turned out to be somebody else's.
MATCH (p:Person {automatic: true})
WHERE NOT (p)<-[:IS]-() AND NOT (p)-[:CLAIMS]->()
WITH p, p.id AS id
DETACH DELETE p
RETURN id
