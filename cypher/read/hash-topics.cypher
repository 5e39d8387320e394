// Tags and processes of contributions, for the graph hash; what contributions are about is worked out from these and the texts.
MATCH (c:Contribution)
WHERE c.tags IS NOT NULL
RETURN c.key AS a, 'TAGS' AS b, c.tags AS c
UNION ALL
MATCH (c:Contribution)-[r:CONCERNS]->(t)
RETURN c.key AS a, type(r) AS b, t.name AS c
