// Blocks of the snapshot; a block never changes, so one that is there stays.
UNWIND range(0, size($names) - 1) AS i
MERGE (b:SnapshotBlock {name: $names[i]})
ON CREATE SET b.bytes = $bytes[i]
