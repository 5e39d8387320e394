// What each person did in some communities on some days, in no order. From the communities' index, a row for each person in
// a community: a row for each contribution takes longer on its way than in the graph.
MATCH (c:Contribution)
USING INDEX c:Contribution(community, day)
WHERE c.community IN $communities AND c.day >= $from AND c.day <= $to
MATCH (p:Person)-[:MADE]->(c)
WITH c.community AS community, p,
     collect([c.key, c.at, c.kind, coalesce(c.thread, c.key), c.repliesTo, c.resolves]) AS acts
RETURN community, p.id AS person, acts
