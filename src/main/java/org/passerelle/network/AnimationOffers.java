package org.passerelle.network;

import java.time.Instant;
import java.util.Set;

/** Who offered to animate which community, or agreed to be asked; the store implements it. It outlives loads. */
public interface AnimationOffers {
    /** Ids of the people who offered it for that community. */
    Set<String> offered(String communityId);

    /** What a person says of a community; takes the place of what was said before, and holds from now on. */
    void record(String personId, String communityId, Offer offer, Instant at);

    /** Whether somebody offers. */
    enum Offer {
        /** May be shown as a possible animator and asked. */
        OFFERED,
        /** Does not, or no longer. */
        WITHDRAWN
    }
}
