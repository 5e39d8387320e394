// Ties with their days, for the graph hash; shares are rounded, since sums depend on their order.
MATCH (p:Person)-[t:TIE]->(q:Person)
RETURN p.id AS a, q.id AS b, t.kind AS c, t.channel AS d, t.visibility AS e, t.source AS f, t.days AS g, t.counts AS h,
       [share IN t.shares | toInteger(round(share * 1000000))] AS i
