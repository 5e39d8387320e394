// Private contributions that keep text.
MATCH (c:Contribution {visibility: 'PRIVATE'})
WHERE c.text IS NOT NULL OR c.subject IS NOT NULL OR c.folded IS NOT NULL
RETURN count(*) AS faults
