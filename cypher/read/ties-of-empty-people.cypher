// Ties of people that were made for an account and whose accounts turned out to be somebody else's.
MATCH (e:Person {automatic: true})
WHERE NOT (e)<-[:IS]-()
MATCH (e)-[t:TIE]-()
WITH DISTINCT t
RETURN startNode(t).id AS from, endNode(t).id AS to, t.kind AS kind, t.channel AS channel,
       t.visibility AS visibility, t.source AS source, [] AS days, [] AS counts, [] AS shares
