// What people say of themselves; what the organisation declares counts where the person says nothing.
UNWIND $people AS person
MATCH (p:Person {id: person})-[r:CLAIMS]->(t:Topic)
WHERE r.at < $before
RETURN p.id AS person, t.id AS topic, r.kind AS kind, r.at AS at
ORDER BY person, topic
UNION ALL
UNWIND $people AS person
MATCH (p:Person {id: person})-[d:DECLARES]->(:Skill)-[:NAMES]->(t:Topic)
WHERE (NOT $past OR d.from <= $day)
  AND (d.until IS NULL OR d.until >= $day)
  AND NOT EXISTS { MATCH (p)-[r:CLAIMS]->(t) WHERE r.at < $before }
WITH p, t, min(coalesce(d.from, date('1900-01-01'))) AS since
RETURN p.id AS person, t.id AS topic, 'DECLARED' AS kind, datetime({date: since}).epochMillis AS at
ORDER BY person, topic
