// Statements of cypher/schema that were applied, with their checksums.
MATCH (s:SchemaStatement) RETURN s.name AS name, s.checksum AS checksum
