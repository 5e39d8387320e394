// Questions: what opens a discussion and answers nothing, with the direct replies of others, or, where a document names people,
// with those it names; both in time order.
MATCH (asker:Person)-[:MADE]->(c:Readable)
WHERE c.repliesTo IS NULL AND c.kind IN $kinds AND c.subject IS NOT NULL AND NOT c.subject =~ '(?is)re:.*'
RETURN c.key AS key, c.at AS at, asker.id AS asker, c.subject AS about, coalesce(c.text, '') AS text,
       c.community AS community,
       COLLECT {
         MATCH (by:Person)-[:MADE]->(a:Readable)-[:REPLIES_TO]->(c)
         WHERE by <> asker AND a.kind <> 'MESSAGE'
         RETURN [by.id, a.at, EXISTS { (a)-[:RESOLVES]->(c) }, coalesce(a.text, '')] ORDER BY a.at, a.key
       } + COLLECT {
         MATCH (c)-[:MENTIONS]->(named:Person)
         WHERE c.kind = 'DOCUMENT' AND named <> asker
         RETURN [named.id, c.at, false, ''] ORDER BY named.id
       } AS answers
