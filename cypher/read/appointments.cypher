// Whom the company named animator, with its dates.
MATCH (p:Person)-[r:APPOINTED_TO]->(g:Group)
RETURN p.id AS person, g.id AS community, r.from AS from, r.until AS until, r.hoursPerWeek AS hours
