// Texts that hold words like those asked for, best first; no reader reads whatever colleagues could.
CALL db.index.fulltext.queryNodes('contribution_folded', $query, {limit: $limit}) YIELD node AS c, score
WHERE c.at < $before
  AND ($reader IS NULL OR c.audience = 'company'
       OR EXISTS { (:Person {id: $reader})-[:MEMBER_OF]->(:Community {id: c.community}) })
RETURN coalesce(c.community, '') AS community, substring(c.folded, 0, 5000) AS words
ORDER BY score DESC, c.key
