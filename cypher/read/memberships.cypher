// Who belongs where, with its dates.
MATCH (p:Person)-[m:MEMBER_OF]->(g:Group)
RETURN p.id AS person, g.id AS group, m.from AS from, m.until AS until, m.share AS share, m.primary AS primary,
       m.role AS role
