// What happened in some communities on some days, in no order: one statement, because one for each community takes longer.
MATCH (p:Person)-[:MADE]->(c:Contribution)
WHERE c.community IN $communities AND c.day >= $from AND c.day <= $to
RETURN c.community AS community, c.key AS key, p.id AS person, c.at AS at, c.kind AS kind, coalesce(c.thread, c.key) AS thread,
       c.repliesTo AS repliesTo, c.resolves AS resolves,
       [(c)<-[:REACTED]-(q:Person) WHERE q <> p | q.id] AS reactors,
       [(c)-[:MENTIONS]->(q:Person) WHERE q <> p | q.id] AS mentioned
