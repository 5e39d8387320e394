// What somebody was asked.
CREATE INDEX introduction_step_person IF NOT EXISTS FOR (s:IntroductionStep) ON (s.person)
