// People, for the graph hash.
MATCH (p:Person)
RETURN p.id AS a, p.name AS b, p.title AS c, p.grade AS d, p.joined AS e, p.left AS f, p.discoverable AS g, p.automatic AS h
