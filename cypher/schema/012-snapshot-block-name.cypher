// A block of the snapshot is found by its name.
CREATE CONSTRAINT snapshot_block_name IF NOT EXISTS FOR (b:SnapshotBlock) REQUIRE b.name IS UNIQUE
