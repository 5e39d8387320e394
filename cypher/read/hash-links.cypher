// Replies and resolutions, for the graph hash.
MATCH (c:Contribution)-[r:REPLIES_TO|RESOLVES]->(d:Contribution) RETURN c.key AS a, type(r) AS b, d.key AS c
