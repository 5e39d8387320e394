// A topic somebody adds, unless it is there.
MERGE (t:Topic {id: $id})
ON CREATE SET t.name = $name, t.names = [$name], t.people = 0, t.contributions = 0, t.audiences = []
