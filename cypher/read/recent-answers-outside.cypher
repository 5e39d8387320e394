// Who lately answered somebody else outside any community, newest first, among the latest of all contributions; what counts as
// an answer is as in recent-answers.
CALL () {
  MATCH (c:Readable)
  WHERE c.at < $before
  RETURN c ORDER BY c.at DESC LIMIT $latest
}
WITH collect(CASE WHEN c.community IS NULL THEN c END) AS latest
WITH latest, size([c IN latest WHERE c.kind IN ['ANSWER', 'REPLY']]) * 10 >= size(latest) AS answered
UNWIND [c IN latest WHERE NOT answered OR c.kind <> 'MESSAGE'][..$limit] AS c
WITH c
WHERE $audiences IS NULL OR c.audience IN $audiences
MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:REPLIES_TO]->(:Contribution)<-[:MADE]-(other:Person)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
WITH c,
     CASE WHEN CASE WHEN other IS NULL THEN c.at > coalesce(t.since, c.at) ELSE other <> p END THEN [p.id] ELSE [] END
     + CASE c.kind WHEN 'DOCUMENT' THEN [(c)-[:MENTIONS]->(named:Person) WHERE named <> p | named.id] ELSE [] END AS people
UNWIND people AS person
WITH c, person ORDER BY c.at DESC, c.key, person
RETURN '' AS community, collect(person) AS people
