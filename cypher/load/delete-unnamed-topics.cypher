// Topics that nothing is about, nobody claims and no skill names any more.
MATCH (t:Topic)
WHERE t.contributions = 0 AND NOT (t)<-[:CLAIMS|NAMES]-()
DETACH DELETE t
