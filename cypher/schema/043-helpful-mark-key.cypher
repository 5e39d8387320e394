// One person says of one contribution once that it helped.
CREATE CONSTRAINT helpful_mark_key IF NOT EXISTS FOR (m:HelpfulMark) REQUIRE (m.by, m.contribution) IS UNIQUE
