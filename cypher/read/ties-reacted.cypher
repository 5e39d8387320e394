// Who reacted to whom on some days.
MATCH (p:Person)-[r:REACTED]->(c:Contribution)
WHERE r.source = $source AND r.day IN $days
MATCH (c)<-[:MADE]-(q:Person)
WHERE p <> q
RETURN p.id AS from, q.id AS to, c.channel AS channel, c.visibility AS visibility, r.day AS day,
       count(*) AS interactions, toFloat(count(*)) AS shares
