// Who wrote to whom on some days: interactions and shares of 1/recipients; broadcasts make no tie.
MATCH (c:Contribution {source: $source})
WHERE c.day IN $days AND c.recipientCount > 0 AND c.recipientCount <= $recipientsMax
MATCH (p:Person)-[:MADE]->(c)-[:ADDRESSED_TO]->(q:Person)
WHERE p <> q
RETURN p.id AS from, q.id AS to, c.channel AS channel, c.visibility AS visibility, c.day AS day,
       count(*) AS interactions, sum(1.0 / c.recipientCount) AS shares
