// Names of everybody, because a person is no topic.
MATCH (p:Person) RETURN p.name AS name
