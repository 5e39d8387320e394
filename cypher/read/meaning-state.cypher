// Whose vectors the contributions have.
MATCH (m:MeaningState {name: 'current'})
RETURN m.model AS model, m.dimensions AS dimensions, m.version AS version, m.chance AS chance
