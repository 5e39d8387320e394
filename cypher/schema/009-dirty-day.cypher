// A day of a source is marked once.
CREATE CONSTRAINT dirty_day_key IF NOT EXISTS FOR (d:DirtyDay) REQUIRE d.key IS UNIQUE
