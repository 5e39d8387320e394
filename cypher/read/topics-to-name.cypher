// Topics that contributions are about or that somebody claims, those of most people first.
MATCH (t:Topic)
WHERE t.id IS NOT NULL AND (t.contributions > 0 OR EXISTS { (t)<-[:CLAIMS]-() })
RETURN t.id AS id, t.names AS names
ORDER BY t.people DESC, id
