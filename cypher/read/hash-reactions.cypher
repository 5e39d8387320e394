// Reactions, for the graph hash.
MATCH (p:Person)-[r:REACTED]->(c:Contribution) RETURN p.id AS a, c.key AS b, r.kind AS c, r.at AS d
