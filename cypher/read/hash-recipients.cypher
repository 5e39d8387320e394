// Who contributions are addressed to, for the graph hash.
MATCH (c:Contribution)-[r:ADDRESSED_TO]->(p:Person) RETURN c.key AS a, p.id AS b, r.account AS c
