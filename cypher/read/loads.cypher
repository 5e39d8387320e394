// Loads, newest first.
MATCH (l:Load)
RETURN l.id AS id, l.source AS source, l.format AS format, l.started AS started, l.finished AS finished,
       l.state AS state, l.read AS read, l.loaded AS loaded, l.alreadyThere AS alreadyThere, l.replaced AS replaced,
       l.codes AS codes, l.rows AS rows, l.failure AS failure
ORDER BY started DESC, id
