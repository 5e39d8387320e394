// Contributions that nobody made, or several people.
MATCH (c:Contribution)
WHERE count {(c)<-[:MADE]-()} <> 1
RETURN count(*) AS faults
