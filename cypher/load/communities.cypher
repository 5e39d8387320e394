// Communities that contributions name before the organisation does.
UNWIND range(0, size($ids) - 1) AS i
MERGE (g:Group {id: $ids[i]})
ON CREATE SET g:Community, g.name = $names[i], g.dimension = 'COMMUNITY', g.own = true
