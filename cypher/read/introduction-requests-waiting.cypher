// How many answers somebody waits for, and how many of them from one expert.
OPTIONAL MATCH (r:IntroductionRequest {from: $from})
WHERE r.isWaiting
RETURN count(r) AS waiting, count(CASE WHEN r.expert = $expert THEN 1 END) AS same
