// Keeps that a person is to be left out; a label of its own, which no load touches.
MERGE (o:OptOut {person: $person})
SET o.grade = $grade, o.at = $at
