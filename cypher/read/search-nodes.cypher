// Contributions that match, as the full-text indexes number them, and the state of the data they are from.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
WITH toString(coalesce(s.version, 0)) + ' ' + toString(COUNT { (:LoadedBatch) }) AS stamp
UNWIND $searches AS search
CALL (search) {
  CALL db.index.fulltext.queryNodes(search.index, search.query, {limit: $limit}) YIELD node, score
  RETURN collect(id(node)) AS nodes, collect(score) AS scores
}
RETURN stamp, search.index AS index, nodes, scores
