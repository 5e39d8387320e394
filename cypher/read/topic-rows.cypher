// What a stretch of the contributions in order of key is about: topics by their node numbers. Only those that colleagues could
// read and that are about something.
MATCH (c:Contribution)
WHERE c.key > $after
WITH c ORDER BY c.key LIMIT $limit
WITH collect(c) AS stretch
WITH stretch[-1].key AS last, [c IN stretch WHERE c:Readable AND EXISTS { (c)-[:ABOUT]->(:Topic) }] AS about
RETURN last, [c IN about | id(c)] AS nodes, [c IN about | [(c)-[:ABOUT]->(t:Topic) | id(t)]] AS topics
