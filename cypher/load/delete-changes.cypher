// Takes away changes that the blocks of the snapshot hold.
MATCH (c:SnapshotChange) WHERE c.number <= $upTo
DELETE c
