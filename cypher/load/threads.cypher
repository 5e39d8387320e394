// Threads, each with the subject of its earliest contribution, and the community they are in.
UNWIND range(0, size($keys) - 1) AS i
MERGE (t:Thread {key: $keys[i]})
ON CREATE SET t.source = $source
SET t.subject = CASE WHEN t.since IS NULL OR $ats[i] < t.since OR ($ats[i] = t.since AND $subjects[i] < t.subject) THEN $subjects[i] ELSE t.subject END,
    t.since = CASE WHEN t.since IS NULL OR $ats[i] < t.since THEN $ats[i] ELSE t.since END
WITH t, $communities[i] AS community WHERE community IS NOT NULL
MATCH (g:Group {id: community})
MERGE (t)-[:IN]->(g)
