// The person decides: on what waits, or takes an agreement back. Held first, so that two answers come one after the other.
MATCH (d:Disclosure {id: $id, person: $person})
SET d.touchedAt = $at
WITH d
WHERE d.accepted IS NULL AND d.at > $askedSince OR d.accepted AND NOT $accept
SET d.accepted = $accept, d.answeredAt = $at
RETURN d.id AS id
