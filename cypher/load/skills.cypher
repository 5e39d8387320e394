// What the organisation's list says that people can do, with its dates.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $people[i]})
MERGE (s:Skill {key: $skills[i]})
ON CREATE SET s.name = $names[i]
// Of two spellings one is kept, the same whichever comes first.
SET s.name = CASE WHEN $names[i] < s.name THEN $names[i] ELSE s.name END
MERGE (p)-[d:DECLARES {key: $keys[i]}]->(s)
SET d.from = $from[i], d.until = $until[i]
