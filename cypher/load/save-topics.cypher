// Topics with their names and how many use them.
UNWIND range(0, size($ids) - 1) AS i
MERGE (t:Topic {id: $ids[i]})
SET t.name = $names[i][0], t.names = $names[i], t.people = $people[i], t.contributions = $contributions[i],
    t.audiences = $audiences[i]
