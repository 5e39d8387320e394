// A person whose accounts turned out to be somebody else's is that person also in what people asked and said. Where both
// asked to be left out, or both said that one contribution helped, one is enough; where both agreed to something, the less.
UNWIND range(0, size($keys) - 1) AS i
WITH DISTINCT $before[i] AS before, $people[i] AS now
MATCH (p:Person {id: before, automatic: true})
WHERE NOT (p)<-[:IS]-()
CALL (before, now) {
  MATCH (r:IntroductionRequest {from: before}) SET r.from = now
}
CALL (before, now) {
  MATCH (s:IntroductionStep {person: before})<-[:ASKS]-(r) SET s.person = now
  SET r.expert = CASE WHEN r.expert = before THEN now ELSE r.expert END
}
CALL (before, now) {
  MATCH (d:Disclosure {from: before}) SET d.from = now
}
CALL (before, now) {
  MATCH (d:Disclosure {person: before}) SET d.person = now
}
CALL (before, now) {
  MATCH (o:OptOut {person: before})
  MERGE (other:OptOut {person: now})
  ON CREATE SET other.grade = o.grade, other.at = o.at
  DELETE o
}
CALL (before, now) {
  MATCH (m:HelpfulMark {by: before})
  WHERE m.contribution IS NOT NULL
  MERGE (other:HelpfulMark {by: now, contribution: m.contribution})
  ON CREATE SET other.at = m.at, other.about = m.about
  DELETE m
}
CALL (before, now) {
  MATCH (o:AnimationOffer {person: before})
  MERGE (other:AnimationOffer {key: now + ' ' + o.community})
  ON CREATE SET other.person = now, other.community = o.community, other.at = o.at
  DELETE o
}
CALL (before, now) {
  MATCH (s:SharedAcquaintances {person: before})
  MERGE (other:SharedAcquaintances {person: now})
  ON CREATE SET other.id = s.id, other.extent = s.extent, other.at = s.at
  SET other.extent = CASE
    WHEN 'NONE' IN [other.extent, s.extent] THEN 'NONE'
    WHEN 'COMMUNITIES' IN [other.extent, s.extent] THEN 'COMMUNITIES'
    ELSE other.extent
  END
  DELETE s
}
