// What colleagues could read, with English stems; in another order of properties, since Neo4j takes two indexes over the
// same list for one, and IF NOT EXISTS would then make none.
CREATE FULLTEXT INDEX contribution_english IF NOT EXISTS FOR (c:Readable) ON EACH [c.text, c.subject, c.day, c.audience, c.place]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}
