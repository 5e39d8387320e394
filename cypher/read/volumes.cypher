// How much each community did on some days. Community and day come out of their index, so that contributions are looked at for
// their thread only.
MATCH (c:Contribution)
USING INDEX c:Contribution(community, day)
WHERE c.community >= '' AND c.day >= $from AND c.day <= $to
MATCH (p:Person)-[:MADE]->(c)
RETURN c.community AS community, count(*) AS contributions, count(DISTINCT p) AS people,
       count(DISTINCT coalesce(c.thread, c.key)) AS threads
ORDER BY community
