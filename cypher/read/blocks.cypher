// Blocks of the snapshot by name.
UNWIND $names AS name
MATCH (b:SnapshotBlock {name: name})
RETURN b.name AS name, b.bytes AS bytes
