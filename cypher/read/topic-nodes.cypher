// The node number of every topic.
MATCH (t:Topic)
WHERE t.id IS NOT NULL
RETURN t.id AS id, id(t) AS node
ORDER BY id
