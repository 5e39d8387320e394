// All that people said helped them.
MATCH (m:HelpfulMark) RETURN m.by AS by, m.contribution AS contribution, m.at AS at
