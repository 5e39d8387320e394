// Contributions and distinct contributors by channel, source and month.
MATCH (p:Person)-[:MADE]->(c:Contribution)
RETURN c.channel AS channel, c.source AS source, substring(c.day, 0, 6) AS month,
       count(*) AS contributions, count(DISTINCT p) AS people
ORDER BY channel, source, month
