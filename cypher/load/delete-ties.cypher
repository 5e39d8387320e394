// Takes away ties that no interaction supports any more.
UNWIND $keys AS key
MATCH ()-[t:TIE {key: key}]->()
DELETE t
