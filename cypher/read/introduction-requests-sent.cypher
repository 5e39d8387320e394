// What somebody asked, newest first.
MATCH (r:IntroductionRequest {from: $person})
WITH r ORDER BY r.at DESC, r.id LIMIT $limit
RETURN r.id AS id, r.from AS from, r.about AS about, r.message AS message, r.isWithdrawn AS isWithdrawn, r.at AS at,
       COLLECT { MATCH (r)-[:ASKS]->(s:IntroductionStep)
                 RETURN [s.person, s.accepted, s.message, s.at] ORDER BY s.position } AS steps
ORDER BY at DESC, id
