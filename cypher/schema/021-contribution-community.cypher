// Contributions of a community by day, for the life of a community.
CREATE INDEX contribution_community IF NOT EXISTS FOR (c:Contribution) ON (c.community, c.day)
