// Reactions of a source by day, for the ties of changed days.
CREATE INDEX reaction_day IF NOT EXISTS FOR ()-[r:REACTED]-() ON (r.source, r.day)
