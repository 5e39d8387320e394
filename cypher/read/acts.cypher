// What happened in a community on some days, in time order.
MATCH (c:Contribution {community: $community})
WHERE c.day >= $from AND c.day <= $to
MATCH (p:Person)-[:MADE]->(c)
RETURN c.key AS key, p.id AS person, c.at AS at, c.kind AS kind, coalesce(c.thread, c.key) AS thread,
       c.repliesTo AS repliesTo, c.resolves AS resolves,
       COLLECT {MATCH (c)<-[:REACTED]-(q:Person) WHERE q <> p RETURN DISTINCT q.id AS id ORDER BY id} AS reactors,
       COLLECT {MATCH (c)-[:MENTIONS]->(q:Person) WHERE q <> p RETURN DISTINCT q.id AS id ORDER BY id} AS mentioned
ORDER BY at, key
