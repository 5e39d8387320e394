// Somebody takes back a request that still waits.
MATCH (r:IntroductionRequest {id: $id})
WHERE r.isWaiting
SET r.isWaiting = false, r.isWithdrawn = true
RETURN r.id AS id
