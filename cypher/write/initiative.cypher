// Keeps what is tried, where and from which day; a label of its own, which no load touches. Nothing past the most.
OPTIONAL MATCH (known:Initiative)
WITH count(known) AS kept
WHERE kept < $most
CREATE (i:Initiative {id: $id, scope: $scope, dimension: $dimension, from: $from, goal: $goal, at: $at})
RETURN i.id AS id
