// What contributions of people are about: a discussion counts once, by the best part in it, and fades with its age.
UNWIND $people AS person
MATCH (p:Person {id: person})-[:MADE]->(c:Readable)-[:ABOUT]->(t:Topic)
WHERE c.at < $before AND ($audiences IS NULL OR c.audience IN $audiences)
OPTIONAL MATCH (c)-[:IN]->(h:Thread)
WITH p, t, coalesce(h.key, c.key) AS discussion, max(c.at) AS last,
     max(CASE c.kind WHEN 'QUESTION' THEN 0.3 WHEN 'TICKET' THEN 0.3 WHEN 'POST' THEN 0.3 WHEN 'MESSAGE' THEN 0.5 ELSE 1.0 END
         * 2.0 ^ (-1.0 * ($before - c.at) / $halfLifeMillis)) AS vote
RETURN p.id AS person, t.id AS topic, sum(vote) AS support, count(*) AS discussions, max(last) AS last
