// One person offers to animate one community once.
CREATE CONSTRAINT animation_offer_key IF NOT EXISTS FOR (o:AnimationOffer) REQUIRE o.key IS UNIQUE
