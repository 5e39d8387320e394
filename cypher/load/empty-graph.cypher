// Takes everything away but the schema.
MATCH (n) WHERE NOT n:SchemaStatement DETACH DELETE n
