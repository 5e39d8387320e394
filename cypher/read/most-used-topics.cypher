// The topics with most people.
MATCH (t:Topic)
WHERE t.contributions > 0
RETURN t.name AS name, t.people AS people
ORDER BY people DESC, name
LIMIT 50
