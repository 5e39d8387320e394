// Who offered to animate a community.
MATCH (o:AnimationOffer {community: $community}) RETURN DISTINCT o.person AS person ORDER BY person
