// Who is to be left out, and how far.
MATCH (o:OptOut) RETURN o.person AS person, o.grade AS grade
