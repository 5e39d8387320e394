// To whom some people report, with the dates.
UNWIND $ids AS id
MATCH (p:Person {id: id})-[r:REPORTS_TO]->(m:Person)
RETURN id AS person, m.id AS manager, r.from AS from, r.until AS until, r.kind AS kind
