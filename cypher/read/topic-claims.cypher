// Who says what of some topics; what the organisation declares counts where the person says nothing.
MATCH (p:Person)-[r:CLAIMS]->(t:Topic)
WHERE t.id IN $topics AND r.at < $before
RETURN p.id AS person, t.id AS topic, r.kind AS kind
ORDER BY person, topic
UNION ALL
MATCH (p:Person)-[d:DECLARES]->(:Skill)-[:NAMES]->(t:Topic)
WHERE t.id IN $topics
  AND (NOT $past OR d.from <= $day)
  AND (d.until IS NULL OR d.until >= $day)
  AND NOT EXISTS { MATCH (p)-[r:CLAIMS]->(t) WHERE r.at < $before }
RETURN DISTINCT p.id AS person, t.id AS topic, 'DECLARED' AS kind
ORDER BY person, topic
