// Every account, with the person it is now.
MATCH (a:Account)-[:IS]->(p:Person)
RETURN a.key AS key, a.source AS source, a.address AS address, a.names AS names, a.owner AS owner, p.id AS person
ORDER BY key
