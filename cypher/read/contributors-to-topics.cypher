// How many people made something that colleagues could read.
MATCH (p:Person)
WHERE EXISTS { (p)-[:MADE]->(:Readable) }
RETURN count(p) AS people
