// What colleagues could read, without accents and stems: short French words and names of things.
CREATE FULLTEXT INDEX contribution_folded IF NOT EXISTS FOR (c:Readable) ON EACH [c.folded, c.day, c.audience, c.place]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}}
