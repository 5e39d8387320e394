// Contributions that match, as the full-text indexes number them, and the state of the data they are from. Texts are
// read only where there is a pattern: a choice of cases does not read ahead, as `OR` does. Where all days have fewer than
// the limit, the recent ones are among them, and are not looked for again.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
WITH toString(coalesce(s.version, 0)) + ' ' + toString(COUNT { (:LoadedBatch) }) AS stamp
UNWIND $searches AS search
CALL (search) {
  CALL db.index.fulltext.queryNodes(search.index, search.queries[0],
    {limit: CASE search.pattern WHEN '' THEN $limit ELSE search.looked END}) YIELD node, score
  WITH search, node, score
  WHERE CASE search.pattern WHEN '' THEN true ELSE node.text =~ search.pattern OR node.subject =~ search.pattern END
  WITH node, score LIMIT $limit
  RETURN collect(id(node)) AS nodes, collect(score) AS scores
}
CALL (search, nodes) {
  UNWIND CASE WHEN size(nodes) < $limit THEN [] ELSE search.queries[1..] END AS recent
  CALL db.index.fulltext.queryNodes(search.index, recent, {limit: $limit}) YIELD node, score
  RETURN collect(id(node)) AS recentNodes, collect(score) AS recentScores
}
RETURN stamp, search.name AS index, nodes + recentNodes AS nodes, scores + recentScores AS scores
