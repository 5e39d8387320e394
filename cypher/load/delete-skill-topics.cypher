// Which topics skills name is worked out anew.
MATCH (:Skill)-[r:NAMES]->(:Topic)
DELETE r
