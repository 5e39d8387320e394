// Contributions that match, best first, each by the better of its indexes; a reply without subject inherits the match of
// what it answers, and of its thread where that is small. An abbreviation counts in capitals only, which no index knows. One row of columns: thousands of rows would take far longer.
UNWIND $searches AS search
CALL (search) {
  CALL db.index.fulltext.queryNodes(search.index, search.query,
    {limit: CASE search.pattern WHEN '' THEN $limit ELSE search.looked END}) YIELD node AS c, score
  WITH search, c, score
  WHERE CASE search.pattern WHEN '' THEN true ELSE c.text =~ search.pattern OR c.subject =~ search.pattern END
  WITH c, score LIMIT $limit
  RETURN collect({c: c, score: score}) AS hits, max(score) AS best
}
WITH search.name AS index, collect(hits) AS lists, max(best) AS best
WHERE best > 0
UNWIND lists AS hits
UNWIND hits AS hit
WITH hit.c AS c, max(hit.score / best) AS score
CALL (c) {
  RETURN c AS made
  UNION
  MATCH (made:Readable)-[:REPLIES_TO]->(c)
  WHERE made.subject IS NULL
  RETURN made
  UNION
  MATCH (c)-[:IN]->(t:Thread)
  WHERE COUNT { (t)<-[:IN]-() } <= $threadMax
  MATCH (t)<-[:IN]-(made:Readable)
  WHERE made.subject IS NULL
  RETURN made
}
WITH made, max(score) AS score
WHERE made.day >= $from AND made.day <= $to AND made.at < $before
  AND ($audiences IS NULL OR made.audience IN $audiences) AND ($places IS NULL OR made.place IN $places)
MATCH (p:Person)-[:MADE]->(made)
OPTIONAL MATCH (made)-[:IN]->(t:Thread)
WITH p, made, t, score ORDER BY score DESC, made.key
RETURN collect(made.key) AS keys, collect(score) AS scores, collect(p.id) AS people, collect(made.kind) AS kinds,
       collect(made.at) AS ats, collect(coalesce(t.key, '')) AS threads,
       collect(CASE WHEN t IS NULL THEN coalesce(made.subject, '') ELSE '' END) AS subjects,
       collect(coalesce(made.community, '')) AS communities,
       collect(CASE WHEN made.repliesTo IS NOT NULL THEN false WHEN t IS NULL THEN true ELSE made.at = t.since END) AS openings,
       collect(CASE WHEN $past THEN COUNT { (made)<-[r:REACTED]-() WHERE r.at < $before }
                    ELSE COUNT { (made)<-[:REACTED]-() } + made.anonymousReactions END) AS reactions,
       collect(COUNT { (made)-[:RESOLVES]->() } > 0) AS resolvings,
       collect([(made)-[:MENTIONS]->(named:Person) | named.id]) AS mentions
