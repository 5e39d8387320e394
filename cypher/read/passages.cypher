// What contributions say. By the label that has the key's index: Readable has none, and would be read from end to end.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
WHERE c:Readable
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
RETURN c.key AS key, coalesce(c.subject, t.subject, '') AS subject, coalesce(c.text, '') AS text, c.link AS link
