// Topics have changed: whoever keeps them reads them again.
MERGE (s:TopicState {name: 'topics'})
SET s.version = coalesce(s.version, 0) + 1, s.readable = COUNT { (:Readable) }
