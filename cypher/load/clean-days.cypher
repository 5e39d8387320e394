// The ties of these days are computed.
UNWIND $days AS day
MATCH (d:DirtyDay {key: $source + ' ' + day})
DELETE d
