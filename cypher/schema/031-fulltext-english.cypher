// What colleagues could read, with English stems.
CREATE FULLTEXT INDEX contribution_english IF NOT EXISTS FOR (c:Contribution) ON EACH [c.subject, c.text, c.day, c.audience, c.place]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}
