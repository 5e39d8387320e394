// The vectors of a stretch of the contributions in order of key, a byte a number.
MATCH (c:Contribution)
WHERE c.key > $after
WITH c ORDER BY c.key LIMIT $limit
WITH collect(c) AS stretch
WITH stretch[-1].key AS last, [c IN stretch WHERE c:Readable AND c.meaningBytes IS NOT NULL] AS embedded
RETURN last, [c IN embedded | id(c)] AS nodes, [c IN embedded | c.meaningBytes] AS vectors
