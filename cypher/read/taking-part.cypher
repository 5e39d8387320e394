// In which communities some people wrote on some days, as far as those could read it who are given.
UNWIND $people AS id
MATCH (p:Person {id: id})-[:MADE]->(c:Contribution)
WHERE c.community IS NOT NULL AND c.day >= $from AND c.day <= $to AND c.visibility IN $visibilities
RETURN DISTINCT p.id AS person, c.community AS community
ORDER BY person, community
