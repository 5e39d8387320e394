// Every skill, as the list that sorts first writes it.
MATCH (s:Skill)
RETURN s.key AS key, s.name AS name
ORDER BY key
