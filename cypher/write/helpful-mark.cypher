// Keeps that a contribution helped somebody, once for each person; a label of its own, which no load touches.
MERGE (m:HelpfulMark {by: $by, contribution: $contribution})
ON CREATE SET m.at = $at
SET m.about = $about
