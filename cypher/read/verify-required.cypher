// Contributions without a required property.
MATCH (c:Contribution)
WHERE any(name IN ['key', 'source', 'nativeId', 'at', 'day', 'kind', 'channel', 'visibility'] WHERE c[name] IS NULL)
RETURN count(*) AS faults
