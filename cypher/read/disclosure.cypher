// One request for a name.
MATCH (d:Disclosure {id: $id})
RETURN d.id AS id, d.from AS from, d.person AS person, d.purpose AS purpose, d.at AS at, d.accepted AS accepted,
       d.answeredAt AS answeredAt
