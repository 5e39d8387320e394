// A stretch of what colleagues could read and has no vector, in order of key.
MATCH (c:Contribution)
WHERE c.key > $after AND c:Readable AND c.meaningBytes IS NULL
RETURN c.key AS key, coalesce(c.subject, '') AS subject, left(coalesce(c.text, ''), $characters) AS text, c.language AS language
ORDER BY c.key LIMIT $limit
