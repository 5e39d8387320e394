// New accounts; each is a person of its own until identities are settled, or its owner at once.
UNWIND range(0, size($keys) - 1) AS i
CREATE (a:Account {key: $keys[i], source: $sources[i], address: $addresses[i], names: $names[i], owner: $owners[i]})
MERGE (p:Person {id: $people[i]})
ON CREATE SET p.name = $displayNames[i], p.automatic = true, p.discoverable = false
CREATE (a)-[:IS {by: $by[i], confidence: 1.0}]->(p)
