// For how many names somebody waits; and how many stand in the way of asking one person: what waits, an agreement that
// holds, a no of late.
OPTIONAL MATCH (d:Disclosure {from: $from})
WITH d, d.accepted IS NULL AND d.at > $askedSince AS waits,
     d.accepted AND d.answeredAt > $agreedSince OR NOT d.accepted AND d.answeredAt > $askedSince AS holds
RETURN count(CASE WHEN waits THEN 1 END) AS waiting,
       count(CASE WHEN d.person = $person AND (waits OR holds) THEN 1 END) AS same
