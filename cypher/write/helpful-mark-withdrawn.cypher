// Somebody takes back that a contribution helped.
MATCH (m:HelpfulMark {by: $by, contribution: $contribution})
DELETE m
RETURN true AS withdrawn
