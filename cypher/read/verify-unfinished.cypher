// Days whose ties were not computed: a load was stopped before its end.
MATCH (d:DirtyDay) RETURN count(*) AS faults
