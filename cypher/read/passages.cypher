// What contributions say.
UNWIND $keys AS key
MATCH (c:Readable {key: key})
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
RETURN c.key AS key, coalesce(c.subject, t.subject, '') AS subject, coalesce(c.text, '') AS text, c.link AS link
