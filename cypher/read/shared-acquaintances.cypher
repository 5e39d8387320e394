// Who agreed that which of their acquaintances are used to introduce colleagues.
MATCH (s:SharedAcquaintances) WHERE s.extent <> 'NONE' RETURN s.person AS person, s.extent AS extent
