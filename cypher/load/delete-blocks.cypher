// Takes away blocks that no snapshot names any more.
UNWIND $names AS name
MATCH (b:SnapshotBlock {name: name})
DELETE b
