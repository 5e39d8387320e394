// Holds a request until the end of the transaction, so that two answers at once come one after the other.
MATCH (r:IntroductionRequest {id: $id})
SET r.touchedAt = $at
RETURN r.isWaiting AS isWaiting
