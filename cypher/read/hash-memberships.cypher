// Memberships, for the graph hash.
MATCH (p:Person)-[m:MEMBER_OF]->(g:Group)
RETURN p.id AS a, g.id AS b, m.from AS c, m.until AS d, m.share AS e, m.primary AS f, m.role AS g
