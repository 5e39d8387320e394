// What colleagues could read and what was not yet looked through for needs and thanks, or by earlier patterns.
MATCH (c:Readable)
WHERE c.markedBy IS NULL OR c.markedBy <> $version
RETURN c.key AS key, coalesce(c.subject, '') AS subject, coalesce(c.text, '') AS text, c.repliesTo IS NOT NULL AS reply
