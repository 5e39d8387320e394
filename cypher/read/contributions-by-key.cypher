// Contributions that are known, with what decides between two versions and the people already addressed and mentioned.
UNWIND $keys AS key
MATCH (c:Contribution {key: key})
RETURN key, c.at AS at, c.digest AS digest, c.day AS day,
       [(c)-[a:ADDRESSED_TO]->(:Person) | a.account] AS recipients,
       [(c)-[m:MENTIONS]->(:Person) | m.account] AS mentions
