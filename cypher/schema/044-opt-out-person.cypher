// One person asks once to be left out.
CREATE CONSTRAINT opt_out_person IF NOT EXISTS FOR (o:OptOut) REQUIRE o.person IS UNIQUE
