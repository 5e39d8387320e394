// In which communities somebody has contributed so far, and how often.
MATCH (:Person {id: $person})-[:MADE]->(c:Readable)
WHERE c.community IS NOT NULL AND c.at < $before AND ($audiences IS NULL OR c.audience IN $audiences)
RETURN c.community AS community, count(c) AS contributions
ORDER BY community
