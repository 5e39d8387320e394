// People by id.
UNWIND $ids AS id
MATCH (p:Person {id: id})
RETURN p.id AS id, p.name AS name, p.title AS title, p.grade AS grade, p.joined AS joined, p.left AS left,
       p.discoverable AS discoverable
