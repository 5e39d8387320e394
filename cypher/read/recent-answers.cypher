// Who lately answered somebody else in each community, newest first; where the source has no replies, whoever went on with a
// thread.
UNWIND $communities AS community
CALL (community) {
  MATCH (c:Readable)
  WHERE c.community = community AND c.at < $before
  RETURN c ORDER BY c.at DESC LIMIT $limit
}
WITH community, c
WHERE $audiences IS NULL OR c.audience IN $audiences
MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:REPLIES_TO]->(:Contribution)<-[:MADE]-(other:Person)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
WITH community, p, c, other, t
WHERE CASE WHEN other IS NULL THEN c.at > coalesce(t.since, c.at) ELSE other <> p END
WITH community, p, c ORDER BY c.at DESC, c.key
RETURN community, collect(p.id) AS people
ORDER BY community
