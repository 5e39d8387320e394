// Changes are folded in their order.
CREATE INDEX snapshot_change_number IF NOT EXISTS FOR (c:SnapshotChange) ON (c.number)
