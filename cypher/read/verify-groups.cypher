// Groups without name or dimension.
MATCH (g:Group) WHERE g.name IS NULL OR g.dimension IS NULL
RETURN count(*) AS faults
