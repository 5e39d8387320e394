// How much of what colleagues could read has no vector.
MATCH (c:Readable) WHERE c.meaningBytes IS NULL
RETURN count(c) AS missing
