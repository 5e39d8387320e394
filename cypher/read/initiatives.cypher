// What was tried, where and from which day.
MATCH (i:Initiative)
RETURN i.id AS id, i.scope AS scope, i.dimension AS dimension, i.from AS from, i.goal AS goal, i.at AS at
