// One thread of a source has one key.
CREATE CONSTRAINT thread_key IF NOT EXISTS FOR (t:Thread) REQUIRE t.key IS UNIQUE
