// What moves whenever contributions, their marks or what they are about may have changed.
OPTIONAL MATCH (s:Snapshot {name: 'current'})
OPTIONAL MATCH (t:TopicState)
OPTIONAL MATCH (m:MarkState)
RETURN toString(coalesce(s.version, 0)) + ' ' + toString(COUNT { (:LoadedBatch) }) + ' ' + toString(coalesce(t.version, 0))
       + ' ' + toString(coalesce(m.version, 0)) AS stamp
