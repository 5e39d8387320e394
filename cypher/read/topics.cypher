// Every topic.
MATCH (t:Topic)
WHERE t.id IS NOT NULL
RETURN t.id AS id, t.names AS names, t.people AS people, t.contributions AS contributions, t.audiences AS audiences,
       EXISTS { (t)<-[:CLAIMS]-() } AS claimed
ORDER BY id
