// The latest contributions of a person about a topic.
MATCH (:Person {id: $person})-[:MADE]->(c:Readable)-[:ABOUT]->(:Topic {id: $topic})
WHERE c.at < $before AND ($audiences IS NULL OR c.audience IN $audiences)
RETURN DISTINCT c.key AS key, c.at AS at
ORDER BY at DESC, key
LIMIT $first
