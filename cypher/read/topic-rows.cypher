// What a stretch of the contributions in order of key is about, as somebody named it: by tags of the source and words of the company's
// own list, and not by phrases found in texts. Topics by their node numbers; only of contributions that colleagues could read.
MATCH (c:Contribution)
WHERE c.key > $after
WITH c ORDER BY c.key LIMIT $limit
WITH collect(c) AS stretch
WITH stretch[-1].key AS last, [c IN stretch WHERE c:Readable] AS readable
WITH last, [c IN readable | { node: id(c), topics: [(c)-[r:ABOUT]->(t:Topic) WHERE r.by IN ['TAG', 'GLOSSARY'] | id(t)] }] AS about
WITH last, [a IN about WHERE size(a.topics) > 0] AS named
RETURN last, [a IN named | a.node] AS nodes, [a IN named | a.topics] AS topics
