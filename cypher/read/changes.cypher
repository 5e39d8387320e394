// What changed since the snapshot was packed, oldest first.
MATCH (c:SnapshotChange)
WHERE c.number > $after
RETURN c.number AS number, c.ties AS ties, c.people AS people, c.groups AS groups
ORDER BY number LIMIT $limit
