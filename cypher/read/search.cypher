// Contributions that match a full-text query, best first, with what recognises them.
CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node AS c, score
MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
RETURN c.key AS key, score, p.id AS person, c.kind AS kind, c.at AS at, coalesce(c.subject, t.subject) AS subject,
       c.text AS text, c.community AS community,
       count {(c)<-[:REACTED]-(:Person)} + c.anonymousReactions AS reactions,
       exists {(c)-[:RESOLVES]->()} AS resolving
ORDER BY score DESC, key
