// Every group.
MATCH (g:Group) RETURN g.id AS id, g.name AS name, g.dimension AS dimension, g.kind AS kind, g.own AS own
