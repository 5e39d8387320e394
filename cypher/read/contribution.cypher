// One contribution, where the reader may read it; no reader reads whatever colleagues could.
MATCH (p:Person)-[:MADE]->(c:Contribution:Readable {key: $key})
WHERE c.at < $before
  AND ($reader IS NULL OR c.audience = 'company'
       OR EXISTS { (:Person {id: $reader})-[:MEMBER_OF]->(:Community {id: c.community}) })
OPTIONAL MATCH (c)-[:IN]->(t:Thread)
RETURN c.key AS key, p.id AS person, c.kind AS kind, c.at AS at, c.community AS community,
       coalesce(c.subject, t.subject, '') AS subject, coalesce(c.text, '') AS text,
       c.repliesTo IS NULL AND (t IS NULL OR c.at = t.since) AS opening
