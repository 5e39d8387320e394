// Who reports to whom, with its dates.
MATCH (p:Person)-[r:REPORTS_TO]->(m:Person)
RETURN p.id AS person, m.id AS manager, r.from AS from, r.until AS until, r.kind AS kind
