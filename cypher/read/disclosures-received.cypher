// Who asked for somebody's name, newest first.
MATCH (d:Disclosure {person: $person})
RETURN d.id AS id, d.from AS from, d.person AS person, d.purpose AS purpose, d.at AS at, d.accepted AS accepted,
       d.answeredAt AS answeredAt
ORDER BY at DESC, id
LIMIT $limit
