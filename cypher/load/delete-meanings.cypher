// Takes some vectors away.
MATCH (c:Readable) WHERE c.meaningBytes IS NOT NULL
WITH c LIMIT $limit
REMOVE c.meaning, c.meaningBytes
RETURN count(c) AS removed
