// Who reacted to what happened in some communities on some days, authors themselves apart.
MATCH (q:Person)-[:REACTED]->(c:Contribution)<-[:MADE]-(p:Person)
WHERE c.community IN $communities AND c.day >= $from AND c.day <= $to AND q <> p
RETURN c.key AS key, collect(DISTINCT q.id) AS reactors
