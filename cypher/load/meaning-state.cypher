// Whose vectors the contributions have from now on.
MERGE (m:MeaningState {name: 'current'})
SET m.model = $model, m.dimensions = $dimensions, m.chance = $chance, m.version = coalesce(m.version, 0) + 1
