// Whoever asks in a discussion and says that something said there helped may close their loop, or open it again: loops are
// traced anew then, and for no other mark. A discussion is a thread, or what replies join; two replies up are looked at.
MATCH (c:Contribution {key: $contribution})
OPTIONAL MATCH (answered:Contribution {key: c.repliesTo})
MATCH (:Person {id: $by})-[:MADE]->(own:Contribution)
WHERE own.thread = coalesce(c.thread, answered.thread) OR own.key IN [c.repliesTo, answered.repliesTo]
WITH DISTINCT c
MERGE (s:MarkState {name: 'marks'})
SET s.version = coalesce(s.version, 0) + 1
