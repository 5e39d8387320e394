// One person says once which acquaintances are shared.
CREATE CONSTRAINT shared_acquaintances_person IF NOT EXISTS FOR (s:SharedAcquaintances) REQUIRE s.person IS UNIQUE
