// A topic was added: whoever keeps topics reads them again.
MERGE (s:TopicState {name: 'topics'})
SET s.version = coalesce(s.version, 0) + 1
