// Gives everything some accounts did to other people, and gives the days of each source that changed.
UNWIND range(0, size($keys) - 1) AS i
MATCH (a:Account {key: $keys[i]})-[is:IS]->(old:Person)
MERGE (new:Person {id: $people[i]})
ON CREATE SET new.name = $displayNames[i], new.automatic = true, new.discoverable = false
DELETE is
CREATE (a)-[:IS {by: $by[i], confidence: $confidences[i]}]->(new)
WITH old, new, $keys[i] AS key
CALL (old, new, key) {
  MATCH (old)-[r:MADE {account: key}]->(c) CREATE (new)-[:MADE {account: key}]->(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)<-[r:ADDRESSED_TO {account: key}]-(c) CREATE (new)<-[:ADDRESSED_TO {account: key}]-(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)<-[r:MENTIONS {account: key}]-(c) CREATE (new)<-[:MENTIONS {account: key}]-(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)-[r:REACTED {account: key}]->(c) CREATE (new)-[s:REACTED]->(c) SET s = properties(r) DELETE r
  RETURN s.source AS source, s.day AS day
}
RETURN DISTINCT source, day
