// Links contributions to the need they meet, whichever was loaded first.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
CALL (c) {
  MATCH (need:Contribution {key: c.resolves})
  MERGE (c)-[r:RESOLVES]->(need)
  SET r.at = c.at
  RETURN need AS linked
  UNION
  MATCH (answer:Contribution {resolves: c.key})
  MERGE (answer)-[r:RESOLVES]->(c)
  SET r.at = answer.at
  RETURN answer AS linked
}
RETURN count(linked) AS linked
