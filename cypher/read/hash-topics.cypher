// Topics and processes of contributions, for the graph hash.
MATCH (c:Contribution)-[r:ABOUT|CONCERNS]->(t) RETURN c.key AS a, type(r) AS b, t.name AS c
