// What colleagues could read, with French stems; day and audience are fields, so that they filter inside the query.
CREATE FULLTEXT INDEX contribution_french IF NOT EXISTS FOR (c:Readable) ON EACH [c.subject, c.text, c.day, c.audience, c.place]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'french'}}
