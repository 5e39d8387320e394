// Ties of these keys, as kept.
UNWIND $keys AS key
MATCH (p:Person)-[t:TIE {key: key}]->(q:Person)
RETURN p.id AS from, q.id AS to, t.kind AS kind, t.channel AS channel, t.visibility AS visibility,
       t.days AS days, t.counts AS counts, t.shares AS shares
