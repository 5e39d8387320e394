// Appointments, for the graph hash.
MATCH (p:Person)-[r:APPOINTED_TO]->(g:Group)
RETURN p.id AS a, g.id AS b, r.from AS c, r.until AS d, r.hoursPerWeek AS e
