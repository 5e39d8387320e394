// Who named addresses of the web in a community on some days, in time order; what colleagues could not read is never looked at.
MATCH (c:Contribution:Readable {community: $community})
WHERE c.day >= $from AND c.day <= $to AND c.text CONTAINS 'http'
MATCH (p:Person)-[:MADE]->(c)
RETURN p.id AS person, c.at AS at, c.text AS text
ORDER BY at, c.key
