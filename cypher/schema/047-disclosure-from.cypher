// For whose names somebody asked.
CREATE INDEX disclosure_from IF NOT EXISTS FOR (d:Disclosure) ON (d.from)
