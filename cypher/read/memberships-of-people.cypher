// Where some people belong, with the dates.
UNWIND $ids AS id
MATCH (p:Person {id: id})-[m:MEMBER_OF]->(g:Group)
RETURN id AS person, g.id AS group, m.from AS from, m.until AS until, m.share AS share, m.primary AS primary,
       m.role AS role
