// Keeps what a transaction changes, until it is folded into the blocks of the snapshot.
MERGE (s:Snapshot {name: 'current'})
SET s.changes = coalesce(s.changes, 0) + 1
CREATE (:SnapshotChange {number: s.changes, ties: $ties, people: $people, groups: $groups})
