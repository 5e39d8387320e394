// Accounts that are nobody, or several people.
MATCH (a:Account)
WHERE count {(a)-[:IS]->()} <> 1
RETURN count(*) AS faults
