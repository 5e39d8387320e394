// Replies by what they answer, so that a reply finds its target whichever is loaded first.
CREATE INDEX contribution_replies_to IF NOT EXISTS FOR (c:Contribution) ON (c.repliesTo)
