// Who contributions name, for the graph hash.
MATCH (c:Contribution)-[r:MENTIONS]->(p:Person) RETURN c.key AS a, p.id AS b, r.account AS c
