// For whose names somebody asked, newest first.
MATCH (d:Disclosure {from: $person})
RETURN d.id AS id, d.from AS from, d.person AS person, d.purpose AS purpose, d.at AS at, d.accepted AS accepted,
       d.answeredAt AS answeredAt
ORDER BY at DESC, id
LIMIT $limit
