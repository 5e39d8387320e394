// Somebody no longer offers to animate a community.
MATCH (o:AnimationOffer {key: $key}) DELETE o
