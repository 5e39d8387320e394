// What somebody was asked so far, newest first: what they answered, and what waits for them.
MATCH (own:IntroductionStep {person: $person})<-[:ASKS]-(r:IntroductionRequest)
WHERE own.accepted IS NOT NULL OR (r.isWaiting AND own.position = r.answered)
WITH DISTINCT r ORDER BY r.at DESC, r.id LIMIT $limit
RETURN r.id AS id, r.from AS from, r.about AS about, r.message AS message, r.isWithdrawn AS isWithdrawn, r.at AS at,
       COLLECT { MATCH (r)-[:ASKS]->(s:IntroductionStep)
                 RETURN [s.person, s.accepted, s.message, s.at] ORDER BY s.position } AS steps
ORDER BY at DESC, id
