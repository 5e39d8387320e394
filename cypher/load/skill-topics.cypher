// The topic that each skill names, made where there is none; it has no people: nothing is said to be about it.
UNWIND range(0, size($skills) - 1) AS i
MATCH (s:Skill {key: $skills[i]})
MERGE (t:Topic {id: $topics[i]})
ON CREATE SET t.name = $names[i], t.names = [$names[i]], t.people = 0, t.contributions = 0, t.audiences = []
MERGE (s)-[:NAMES]->(t)
