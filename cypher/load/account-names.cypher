// Spellings and owners newly seen of known accounts.
UNWIND range(0, size($keys) - 1) AS i
MATCH (a:Account {key: $keys[i]})
SET a.names = $names[i], a.owner = $owners[i]
