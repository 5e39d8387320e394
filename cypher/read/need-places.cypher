// Where needs may be, and what has to be known of all contributions to trace them. An empty key stands for needs outside of threads.
OPTIONAL MATCH (:Person)-[r:REACTED]->()
WHERE r.at IS NOT NULL AND toLower(r.kind) IN $thanks
WITH max(r.at) AS thanked
OPTIONAL MATCH (c:Contribution)
RETURN coalesce(max(c.at), 0) AS said, coalesce(thanked, 0) AS thanked,
       collect(DISTINCT CASE WHEN c.kind = 'ANSWER' THEN c.source END) AS naming,
       collect(DISTINCT CASE WHEN c.kind IN $needs OR c.marks IS NOT NULL THEN coalesce(c.thread, '') END) AS threads
