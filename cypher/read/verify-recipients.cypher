// Contributions whose count of recipients is not the number of accounts they are addressed to.
MATCH (c:Contribution)
WHERE c.recipientCount <> count {(c)-[:ADDRESSED_TO]->()}
RETURN count(*) AS faults
