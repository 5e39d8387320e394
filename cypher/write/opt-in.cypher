// A person is no longer to be left out.
MATCH (o:OptOut {person: $person}) DELETE o
