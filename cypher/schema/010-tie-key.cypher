// One tie of a pair, kind, channel, visibility and source.
CREATE CONSTRAINT tie_key IF NOT EXISTS FOR ()-[t:TIE]-() REQUIRE t.key IS UNIQUE
