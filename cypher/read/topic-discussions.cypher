// Who discussed which topic, and where, on some days; nobody on a topic that they hide.
MATCH (p:Person)-[:MADE]->(c:Readable)-[:ABOUT]->(t:Topic)
WHERE c.at >= $from AND c.at < $until AND t.id IS NOT NULL
      AND NOT EXISTS { (p)-[r:CLAIMS]->(t) WHERE r.kind = 'HIDDEN' }
OPTIONAL MATCH (c)-[:IN]->(h:Thread)
WITH t.id AS topic, p.id AS person, coalesce(h.key, c.key) AS discussion,
     count(CASE WHEN $audiences IS NULL OR c.audience IN $audiences THEN 1 END) > 0 AS readable
RETURN topic, person, discussion, readable
ORDER BY topic, person, discussion
LIMIT $most
