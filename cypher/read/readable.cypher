// A stretch of the contributions in order of key: of those that colleagues could read, everything but the text, as columns.
MATCH (c:Contribution)
WHERE c.key > $after
WITH c ORDER BY c.key LIMIT $limit
WITH collect(c) AS stretch
WITH stretch[-1].key AS last, [c IN stretch WHERE c:Readable] AS readable
UNWIND CASE WHEN size(readable) = 0 THEN [null] ELSE readable END AS c
OPTIONAL MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
OPTIONAL MATCH (c)-[:REPLIES_TO]->(answered:Contribution)
OPTIONAL MATCH (asker:Person)-[:MADE]->(answered)
RETURN last, collect(c.key) AS keys, collect(id(c)) AS nodes, collect(coalesce(p.id, '')) AS people,
       collect(c.kind) AS kinds, collect(c.at) AS ats, collect(coalesce(c.community, '')) AS communities,
       collect(coalesce(c.audience, '')) AS audiences, collect(coalesce(c.subject, '')) AS subjects,
       collect(c.subject IS NULL) AS subjectless, collect(c.repliesTo IS NOT NULL) AS replies,
       collect(coalesce(t.key, '')) AS threads, collect(coalesce(t.since, c.at)) AS sinces,
       collect(CASE WHEN t IS NULL THEN 0 ELSE COUNT { (t)<-[:IN]-() } END) AS threadSizes,
       collect(coalesce(id(answered), -1)) AS answereds, collect(coalesce(asker.id, '')) AS askers,
       collect(COUNT { (c)-[:RESOLVES]->() } > 0) AS resolvings, collect(coalesce(c.anonymousReactions, 0)) AS anonymousReactions,
       collect([(c)<-[r:REACTED]-() | r.at]) AS reactions,
       collect([(c)-[:MENTIONS]->(named:Person) | named.id]) AS mentions
