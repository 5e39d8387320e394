// Writes a load down, or its newer state.
MERGE (l:Load {id: $id})
SET l.source = $source, l.format = $format, l.started = $started, l.finished = $finished, l.state = $state,
    l.read = $read, l.loaded = $loaded, l.alreadyThere = $alreadyThere, l.replaced = $replaced,
    l.codes = $codes, l.rows = $rows, l.failure = $failure
