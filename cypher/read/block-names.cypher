// Names of all blocks there are, used or not.
MATCH (b:SnapshotBlock) RETURN b.name AS name
