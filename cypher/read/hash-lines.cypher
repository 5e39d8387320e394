// Reporting lines, for the graph hash.
MATCH (p:Person)-[r:REPORTS_TO]->(m:Person) RETURN p.id AS a, m.id AS b, r.from AS c, r.until AS d, r.kind AS e
