// What a community's members could read, by time: who answered there lately.
CREATE INDEX readable_community IF NOT EXISTS FOR (c:Readable) ON (c.community, c.at)
