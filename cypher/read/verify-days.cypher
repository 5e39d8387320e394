// Contributions whose day is not the day of their moment.
MATCH (c:Contribution)
WITH c, datetime({epochMillis: c.at}) AS at
WHERE c.day <> toString(at.year * 10000 + at.month * 100 + at.day)
RETURN count(*) AS faults
