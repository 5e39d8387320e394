// Every tie from some people, with its days.
UNWIND $ids AS id
MATCH (p:Person {id: id})-[t:TIE]->(q:Person)
RETURN p.id AS from, q.id AS to, t.kind AS kind, t.channel AS channel, t.visibility AS visibility,
       t.source AS source, t.days AS days, t.counts AS counts, t.shares AS shares
