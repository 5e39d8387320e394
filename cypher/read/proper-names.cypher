// Names of everybody, of places and of organisations, because none of them is a topic.
MATCH (p:Person) RETURN p.name AS name
UNION
MATCH (g:Group) WHERE g.dimension IN ['SITE', 'ORGANISATION'] RETURN g.name AS name
