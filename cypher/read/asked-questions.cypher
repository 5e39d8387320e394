// Questions in time order: what opens a discussion and answers nothing, with the direct replies of others; or, where a
// document names people, with the people it names.
MATCH (asker:Person)-[:MADE]->(c:Readable)
WHERE c.repliesTo IS NULL AND c.kind IN $kinds AND c.subject IS NOT NULL AND NOT c.subject =~ '(?is)re:.*'
CALL (c, asker) {
  MATCH (by:Person)-[:MADE]->(a:Readable)-[:REPLIES_TO]->(c)
  WHERE by <> asker AND a.kind <> 'MESSAGE'
  RETURN by.id AS person, a.at AS at, COUNT { (a)-[:RESOLVES]->(c) } > 0 AS accepted, coalesce(a.text, '') AS text, a.key AS key
  UNION ALL
  MATCH (c)-[:MENTIONS]->(named:Person)
  WHERE c.kind = 'DOCUMENT' AND named <> asker
  RETURN named.id AS person, c.at AS at, false AS accepted, '' AS text, named.id AS key
}
WITH c, asker, person, at, accepted, text, key ORDER BY at, key
WITH c, asker, collect([person, at, accepted, text]) AS answers
RETURN c.key AS key, c.at AS at, asker.id AS asker, c.subject AS about, coalesce(c.text, '') AS text,
       c.community AS community, answers
UNION ALL
MATCH (asker:Person)-[:MADE]->(c:Readable)
WHERE c.repliesTo IS NULL AND c.kind IN $kinds AND c.subject IS NOT NULL AND NOT c.subject =~ '(?is)re:.*'
  AND NOT EXISTS { (c)<-[:REPLIES_TO]-(:Readable) } AND NOT (c.kind = 'DOCUMENT' AND EXISTS { (c)-[:MENTIONS]->() })
RETURN c.key AS key, c.at AS at, asker.id AS asker, c.subject AS about, coalesce(c.text, '') AS text,
       c.community AS community, [] AS answers
