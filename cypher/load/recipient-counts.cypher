// How many recipients a contribution has after more were added.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
SET c.recipientCount = $counts[i]
