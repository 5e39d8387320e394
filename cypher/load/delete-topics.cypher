// Takes away topics that nothing is about any more, unless somebody claims them.
MATCH (t:Topic)
WHERE t.id IS NULL OR NOT t.id IN $ids
SET t.people = 0, t.contributions = 0, t.audiences = []
WITH t
WHERE NOT (t)<-[:CLAIMS|NAMES]-()
DETACH DELETE t
