// How many contributions could be read now, and how many when topics were last found.
OPTIONAL MATCH (s:TopicState)
RETURN COUNT { (:Readable) } AS readable, coalesce(s.readable, 0) AS found, coalesce(s.version, 0) AS version
