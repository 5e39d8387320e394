// Whether a group of this id is there.
RETURN exists {(:Group {id: $id})} AS known
