// One request for an introduction has one id.
CREATE CONSTRAINT introduction_request_id IF NOT EXISTS FOR (r:IntroductionRequest) REQUIRE r.id IS UNIQUE
