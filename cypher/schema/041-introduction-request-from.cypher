// What somebody asked.
CREATE INDEX introduction_request_from IF NOT EXISTS FOR (r:IntroductionRequest) ON (r.from)
