// Groups, for the graph hash.
MATCH (g:Group) RETURN g.id AS a, g.name AS b, g.dimension AS c, g.kind AS d, g.own AS e
