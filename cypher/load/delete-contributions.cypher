// Takes away the losing version of contributions that are written again.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
DETACH DELETE c
