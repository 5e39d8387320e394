// In which languages contributions are written; those of unknown language are left out.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
WHERE c:Readable AND c.language IS NOT NULL
RETURN c.key AS key, c.language AS language
