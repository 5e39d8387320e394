// New contributions with who made them; what colleagues could read is Readable, and only that is in the full-text indexes.
UNWIND range(0, size($keys) - 1) AS i
MATCH (p:Person {id: $people[i]})
CREATE (p)-[:MADE {account: $accounts[i]}]->(c:Contribution {
  key: $keys[i], source: $source, nativeId: $nativeIds[i], at: $ats[i], day: $days[i], kind: $kinds[i],
  channel: $channels[i], visibility: $visibilities[i], text: $texts[i], subject: $subjects[i], folded: $folded[i],
  language: $languages[i], audience: $audiences[i], place: $places[i], community: $communities[i], thread: $threads[i],
  repliesTo: $repliesTo[i], resolves: $resolves[i], recipientCount: $recipientCounts[i],
  anonymousReactions: $anonymousReactions[i], tags: $tags[i], digest: $digests[i], link: $links[i]})
WITH c WHERE c.folded IS NOT NULL
SET c:Readable
