// A request for an introduction with the people it is asked, in order; labels of their own, which no load touches.
CREATE (r:IntroductionRequest {id: $id, from: $from, about: $about, message: $message, expert: $expert, at: $at,
                               answered: 0, isWaiting: true, isWithdrawn: false})
WITH r
UNWIND range(0, size($chain) - 1) AS position
CREATE (r)-[:ASKS]->(:IntroductionStep {position: position, person: $chain[position]})
