// Groups of any dimension.
UNWIND range(0, size($ids) - 1) AS i
MERGE (g:Group {id: $ids[i]})
SET g.name = $names[i], g.dimension = $dimensions[i], g.kind = $kinds[i], g.own = $own[i], g:$($labels[i])
