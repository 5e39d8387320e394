// Who lately answered somebody else in each community, newest first: who replied, whom a document names, and, where the source
// has no replies, whoever went on with a thread. Messages count only where hardly anybody answers in so many words: a comment
// under an answer is no answer.
UNWIND $communities AS community
CALL (community) {
  MATCH (c:Readable)
  WHERE c.community = community AND c.at < $before
  RETURN c ORDER BY c.at DESC LIMIT $latest
}
WITH community, collect(c) AS latest
WITH community, latest, size([c IN latest WHERE c.kind IN ['ANSWER', 'REPLY']]) * 10 >= size(latest) AS answered
UNWIND [c IN latest WHERE NOT answered OR c.kind <> 'MESSAGE'][..$limit] AS c
WITH community, c
WHERE $audiences IS NULL OR c.audience IN $audiences
MATCH (p:Person)-[:MADE]->(c)
OPTIONAL MATCH (c)-[:REPLIES_TO]->(:Contribution)<-[:MADE]-(other:Person)
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
WITH community, c,
     CASE WHEN CASE WHEN other IS NULL THEN c.at > coalesce(t.since, c.at) ELSE other <> p END THEN [p.id] ELSE [] END
     + CASE c.kind WHEN 'DOCUMENT' THEN [(c)-[:MENTIONS]->(named:Person) WHERE named <> p | named.id] ELSE [] END AS people
UNWIND people AS person
WITH community, c, person ORDER BY c.at DESC, c.key, person
RETURN community, collect(person) AS people
ORDER BY community
