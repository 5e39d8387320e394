// Contributions nearest to a vector, as the index numbers them, and the state of the data they are from. The index gives
// (1 + cosine) / 2.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
WITH toString(coalesce(s.version, 0)) + ' ' + toString(COUNT { (:LoadedBatch) }) AS stamp
CALL (stamp) {
  CALL db.index.vector.queryNodes('contribution_meaning', $limit, $vector) YIELD node, score
  RETURN collect(id(node)) AS nodes, collect(2 * score - 1) AS similarities
}
RETURN stamp, nodes, similarities
