// Communities a person belongs to.
MATCH (:Person {id: $person})-[:MEMBER_OF]->(g:Community) RETURN DISTINCT g.id AS community ORDER BY community
