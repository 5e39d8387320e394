// People of the organisation.
UNWIND range(0, size($ids) - 1) AS i
MERGE (p:Person {id: $ids[i]})
SET p.name = $names[i], p.title = $titles[i], p.grade = $grades[i], p.joined = $joined[i], p.left = $left[i],
    p.discoverable = $discoverable[i], p.automatic = false
