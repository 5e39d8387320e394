// Who made a contribution on some days.
MATCH (p:Person)
WHERE exists {(p)-[:MADE]->(c:Contribution) WHERE c.day >= $from AND c.day <= $to}
RETURN p.id AS person ORDER BY person
