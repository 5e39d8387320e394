// What colleagues could read, as topics are found in it, with what it is about so far.
MATCH (p:Person)-[:MADE]->(c:Readable)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
RETURN c.key AS key, p.id AS person, c.at AS at, coalesce(t.key, '') AS thread, coalesce(c.community, '') AS community,
       coalesce(c.audience, '') AS audience, c.language AS language, coalesce(c.subject, '') AS subject,
       coalesce(c.text, '') AS text, coalesce(c.tags, []) AS tags,
       c.repliesTo IS NULL AND (t IS NULL OR c.at = t.since) AS opening,
       [(c)-[r:ABOUT]->(x:Topic) | coalesce(x.id, '') + ' ' + r.by] AS about
