// Somebody asks a person for their name; a label of its own, which no load touches.
CREATE (:Disclosure {id: $id, from: $from, person: $person, purpose: $purpose, at: $at})
