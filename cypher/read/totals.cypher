// How much there is of everything.
RETURN count {(:Person)} AS people, count {(:Account)} AS accounts, count {(:Contribution)} AS contributions,
       count {()-[:TIE]->()} AS ties, count {(:Group)} AS groups, count {(:Thread)} AS threads
