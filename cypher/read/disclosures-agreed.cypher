// Who agreed lately to be named to whom.
MATCH (d:Disclosure)
WHERE d.accepted AND d.answeredAt > $since
RETURN DISTINCT d.from AS from, d.person AS person
