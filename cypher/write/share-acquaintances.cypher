// Keeps which acquaintances a person shares, also when that is none any more: that it was taken back, and when, stays known.
// A label of its own, which no load touches.
MERGE (s:SharedAcquaintances {person: $person})
ON CREATE SET s.id = $id
SET s.extent = $extent, s.at = $at
RETURN s.id AS id
