// Links new replies to what they answer, and new contributions to the replies that waited for them; gives the days of replies that are now linked.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
CALL (c) {
  MATCH (target:Contribution {key: c.repliesTo})
  MERGE (c)-[:REPLIES_TO]->(target)
  RETURN c.day AS day
  UNION
  MATCH (reply:Contribution {repliesTo: c.key})
  MERGE (reply)-[:REPLIES_TO]->(c)
  RETURN reply.day AS day
}
RETURN DISTINCT day
