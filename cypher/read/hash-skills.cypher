// What the organisation declares that people can do, for the graph hash; which topics that is follows from texts.
MATCH (p:Person)-[d:DECLARES]->(s:Skill)
RETURN p.id AS a, s.key AS b, s.name AS c, d.from AS d, d.until AS e
