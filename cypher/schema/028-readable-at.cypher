// What colleagues could read, by time: who answered lately outside communities.
CREATE INDEX readable_at IF NOT EXISTS FOR (c:Readable) ON (c.at)
