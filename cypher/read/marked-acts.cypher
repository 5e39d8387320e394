// Who said what in which discussion: what texts say of needs, without the texts. Threads in which nobody can have put a need
// are left out; where needs stand outside of threads, a chain of replies may lead anywhere.
MATCH (p:Person)-[:MADE]->(c:Contribution)
WHERE c.thread IS NULL OR '' IN $threads OR c.thread IN $threads
RETURN c.key AS key, p.id AS person, c.at AS at, c.kind AS kind, c.source AS source, c.thread AS thread,
       c.repliesTo AS repliesTo, c.resolves AS resolves, c.community AS community, c.audience AS audience,
       coalesce(c.marks, []) AS marks, [(c)-[:CONCERNS]->(b:Process) | b.name] AS processes,
       CASE WHEN c.repliesTo IS NULL AND (c.marks IS NOT NULL OR c.kind IN $needs)
            THEN [(c)-[:ABOUT]->(t:Topic) WHERE t.id IS NOT NULL | t.id] ELSE [] END AS topics,
       [(c)<-[r:REACTED]-(q:Person) WHERE toLower(r.kind) IN $thanks AND r.at IS NOT NULL | [q.id, r.at]] AS thanks
