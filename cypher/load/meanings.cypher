// The vectors of contributions: for the index, and a byte a number for what is compared in memory.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
WHERE c:Readable
SET c.meaningBytes = $bytes[i]
WITH c, i
CALL db.create.setNodeVectorProperty(c, 'meaning', $vectors[i])
