// Contributions and who made them, for the graph hash.
MATCH (p:Person)-[m:MADE]->(c:Contribution)
RETURN c.key AS a, p.id AS b, m.account AS c, c.at AS d, c.kind AS e, c.channel AS f, c.visibility AS g, c.text AS h,
       c.subject AS i, c.language AS j, c.community AS k, c.thread AS l, c.recipientCount AS m, c.anonymousReactions AS n,
       c.link AS o
