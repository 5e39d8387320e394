// In which languages contributions are written; those of unknown language are left out.
UNWIND $keys AS key
MATCH (c:Readable {key: key})
WHERE c.language IS NOT NULL
RETURN c.key AS key, c.language AS language
