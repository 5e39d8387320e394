// Who named whom on some days.
MATCH (c:Contribution {source: $source})
WHERE c.day IN $days
MATCH (p:Person)-[:MADE]->(c)-[:MENTIONS]->(q:Person)
WHERE p <> q
WITH p, q, c, count {(c)-[:MENTIONS]->()} AS named
WHERE named <= $recipientsMax
RETURN p.id AS from, q.id AS to, c.channel AS channel, c.visibility AS visibility, c.day AS day,
       count(*) AS interactions, sum(1.0 / named) AS shares
