// Whether some skill names no topic yet.
RETURN EXISTS { MATCH (s:Skill) WHERE NOT EXISTS { (s)-[:NAMES]->(:Topic) } } AS due
