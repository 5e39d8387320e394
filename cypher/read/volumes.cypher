// How much each community did on some days.
MATCH (c:Contribution)
WHERE c.community IS NOT NULL AND c.day >= $from AND c.day <= $to
MATCH (p:Person)-[:MADE]->(c)
RETURN c.community AS community, count(*) AS contributions, count(DISTINCT p) AS people,
       count(DISTINCT coalesce(c.thread, c.key)) AS threads
ORDER BY community
