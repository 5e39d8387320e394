// Days of sources whose ties must be computed again.
MATCH (d:DirtyDay) RETURN d.source AS source, d.day AS day ORDER BY source, day
