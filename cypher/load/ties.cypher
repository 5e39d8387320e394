// Ties with their days; one of the same key is replaced.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $from[i]})
MATCH (q:Person {id: $to[i]})
MERGE (p)-[t:TIE {key: $keys[i]}]->(q)
SET t.kind = $kinds[i], t.channel = $channels[i], t.visibility = $visibilities[i], t.source = $source,
    t.kept = $kept, t.days = $days[i], t.counts = $counts[i], t.shares = $shares[i]
