// Changes that the snapshot does not show yet.
MATCH (c:SnapshotChange) RETURN count(c) AS faults
