// Contributions of a source by day, for the ties of changed days.
CREATE INDEX contribution_day IF NOT EXISTS FOR (c:Contribution) ON (c.source, c.day)
