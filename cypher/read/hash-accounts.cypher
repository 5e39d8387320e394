// Accounts and who they are, for the graph hash.
MATCH (a:Account)-[r:IS]->(p:Person)
RETURN a.key AS a, a.names AS b, a.owner AS c, p.id AS d, r.confidence AS e
