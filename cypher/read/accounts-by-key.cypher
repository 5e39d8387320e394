// Accounts that are known, with the person each one is and the spellings seen.
UNWIND $keys AS key
MATCH (a:Account {key: key})-[:IS]->(p:Person)
RETURN key, a.names AS names, a.owner AS owner, p.id AS person
