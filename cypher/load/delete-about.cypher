// Takes away what contributions were about.
UNWIND $keys AS key
MATCH (:Contribution {key: key})-[r:ABOUT]->(:Topic)
DELETE r
