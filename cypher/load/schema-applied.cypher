// Remembers that a statement of cypher/schema was applied.
MERGE (s:SchemaStatement {name: $name}) SET s.checksum = $checksum
