// In which communities somebody has contributed so far, and how often; outside communities is the empty word.
MATCH (:Person {id: $person})-[:MADE]->(c:Readable)
WHERE c.at < $before AND ($audiences IS NULL OR c.audience IN $audiences)
RETURN coalesce(c.community, '') AS community, count(c) AS contributions
ORDER BY community
