// Who asked for somebody's name.
CREATE INDEX disclosure_person IF NOT EXISTS FOR (d:Disclosure) ON (d.person)
