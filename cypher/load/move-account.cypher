// Gives everything an account did to another person, and gives the days of each source that changed.
MATCH (a:Account {key: $key})-[is:IS]->(old:Person)
MERGE (new:Person {id: $person})
ON CREATE SET new.name = $displayName, new.automatic = true, new.discoverable = false
DELETE is
CREATE (a)-[:IS {by: $by, confidence: $confidence}]->(new)
WITH old, new
CALL (old, new) {
  MATCH (old)-[r:MADE {account: $key}]->(c) CREATE (new)-[:MADE {account: $key}]->(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)<-[r:ADDRESSED_TO {account: $key}]-(c) CREATE (new)<-[:ADDRESSED_TO {account: $key}]-(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)<-[r:MENTIONS {account: $key}]-(c) CREATE (new)<-[:MENTIONS {account: $key}]-(c) DELETE r
  RETURN c.source AS source, c.day AS day
  UNION
  MATCH (old)-[r:REACTED {account: $key}]->(c) CREATE (new)-[s:REACTED]->(c) SET s = properties(r) DELETE r
  RETURN r.source AS source, r.day AS day
}
RETURN DISTINCT source, day
