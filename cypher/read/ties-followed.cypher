// Messages of the threads that were active on some days, in their order: who speaks after whom.
MATCH (c:Contribution {source: $source})
WHERE c.day IN $days AND c.kind = 'MESSAGE'
MATCH (c)-[:IN]->(t:Thread)
WITH DISTINCT t
MATCH (t)<-[:IN]-(m:Contribution {kind: 'MESSAGE'})<-[:MADE]-(p:Person)
RETURN t.key AS thread, m.day AS day, m.channel AS channel, m.visibility AS visibility, p.id AS person
ORDER BY thread, m.at, m.key
