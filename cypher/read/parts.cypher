// Which group lies inside which, with its dates.
MATCH (g:Group)-[r:PART_OF]->(whole:Group)
RETURN g.id AS group, whole.id AS whole, r.from AS from, r.until AS until
