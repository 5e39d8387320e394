// Keeps the answer of the person whose turn it is.
MATCH (r:IntroductionRequest {id: $id})-[:ASKS]->(s:IntroductionStep {person: $person})
WHERE r.isWaiting AND s.position = r.answered
WITH r, s, COUNT { (r)-[:ASKS]->() } AS steps
SET s.accepted = $accepted, s.message = $message, s.at = $at,
    r.isWaiting = $accepted AND s.position + 1 < steps, r.answered = s.position + 1
RETURN r.id AS id
