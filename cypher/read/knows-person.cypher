// Whether a person of this id is there.
RETURN exists {(:Person {id: $id})} AS known
