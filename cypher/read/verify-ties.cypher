// Ties to oneself, without days, or whose days, counts and shares do not match.
MATCH (p:Person)-[t:TIE]->(q:Person)
WHERE p = q OR size(t.days) = 0 OR size(t.days) <> size(t.counts) OR size(t.days) <> size(t.shares)
   OR any(i IN range(1, size(t.days) - 1) WHERE t.days[i - 1] >= t.days[i])
   OR any(count IN t.counts WHERE count < 1)
RETURN count(*) AS faults
