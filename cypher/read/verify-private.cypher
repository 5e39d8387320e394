// Private contributions that keep text, or what a text means.
MATCH (c:Contribution {visibility: 'PRIVATE'})
WHERE c.text IS NOT NULL OR c.subject IS NOT NULL OR c.folded IS NOT NULL OR c.meaningBytes IS NOT NULL OR c.meaning IS NOT NULL
RETURN count(*) AS faults
