// Keeps that somebody offers to animate a community; a label of its own, which no load touches.
MERGE (o:AnimationOffer {key: $key})
SET o.person = $person, o.community = $community, o.at = $at
