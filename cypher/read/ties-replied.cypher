// Who answered whom on some days.
MATCH (c:Contribution {source: $source})
WHERE c.day IN $days AND c.repliesTo IS NOT NULL
MATCH (p:Person)-[:MADE]->(c)-[:REPLIES_TO]->(:Contribution)<-[:MADE]-(q:Person)
WHERE p <> q
RETURN p.id AS from, q.id AS to, c.channel AS channel, c.visibility AS visibility, c.day AS day,
       count(*) AS interactions, toFloat(count(*)) AS shares
