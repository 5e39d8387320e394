// One contribution of a source has one key.
CREATE CONSTRAINT contribution_key IF NOT EXISTS FOR (c:Contribution) REQUIRE c.key IS UNIQUE
