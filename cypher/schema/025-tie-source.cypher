// Ties of a source, for the ties of changed days.
CREATE INDEX tie_source IF NOT EXISTS FOR ()-[t:TIE]-() ON (t.source)
