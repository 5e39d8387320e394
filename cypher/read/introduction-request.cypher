// One request with whom it is asked and what they said.
MATCH (r:IntroductionRequest {id: $id})
RETURN r.id AS id, r.from AS from, r.about AS about, r.message AS message, r.isWithdrawn AS isWithdrawn, r.at AS at,
       COLLECT { MATCH (r)-[:ASKS]->(s:IntroductionStep)
                 RETURN [s.person, s.accepted, s.message, s.at] ORDER BY s.position } AS steps
