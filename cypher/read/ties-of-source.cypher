// Ties of one source, as kept.
MATCH (p:Person)-[t:TIE {source: $source}]->(q:Person)
RETURN t.key AS key, p.id AS from, q.id AS to, t.kind AS kind, t.channel AS channel, t.visibility AS visibility,
       t.kept AS kept, t.days AS days, t.counts AS counts, t.shares AS shares
