// Contributions by the need they meet, whichever is loaded first.
CREATE INDEX contribution_resolves IF NOT EXISTS FOR (c:Contribution) ON (c.resolves)
