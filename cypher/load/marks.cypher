// What texts say of needs, and by which patterns they were looked through.
UNWIND range(0, size($keys) - 1) AS i
MATCH (c:Contribution {key: $keys[i]})
SET c.markedBy = $version, c.marks = CASE WHEN size($marks[i]) = 0 THEN null ELSE $marks[i] END
