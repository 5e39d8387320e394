// A stretch of the contributions in order of key: of those that colleagues could read, with or without
// text, who, when, where and to whom, as columns.
MATCH (c:Contribution)
WHERE c.key > $after
WITH c ORDER BY c.key LIMIT $limit
WITH collect(c) AS stretch
WITH stretch[-1].key AS last, [c IN stretch WHERE c.visibility <> 'PRIVATE'] AS open
UNWIND CASE WHEN size(open) = 0 THEN [null] ELSE open END AS c
OPTIONAL MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:REPLIES_TO]->(:Contribution)<-[:MADE]-(answered:Person)
RETURN last, collect(c.at) AS ats, collect(coalesce(p.id, '')) AS people, collect(c.kind) AS kinds,
       collect(coalesce(c.channel, '')) AS channels, collect(coalesce(c.community, '')) AS communities,
       collect(coalesce(c.thread, c.key)) AS threads, collect(coalesce(answered.id, '')) AS answereds
