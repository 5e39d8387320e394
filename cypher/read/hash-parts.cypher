// Nesting of groups, for the graph hash.
MATCH (g:Group)-[r:PART_OF]->(whole:Group) RETURN g.id AS a, whole.id AS b, r.from AS c, r.until AS d
