package org.passerelle.network;

/**
 * What a person did towards another. A tie always goes from the one who acts; {@link #seeks} says
 * which end thereby looks for the other (an answer: the asker seeks the answerer).
 */
public enum TieKind {
    /** Wrote to them by name: a mail's recipient, a chat message to one person. */
    ADDRESSED(Seeker.ACTOR),
    /** Answered or commented what they had written. */
    REPLIED(Seeker.TARGET),
    /** Spoke next after them in a thread that has no reply links. */
    FOLLOWED(Seeker.TARGET),
    /** Named them in a text. */
    MENTIONED(Seeker.ACTOR),
    /** Liked, thanked, voted. */
    REACTED(Seeker.ACTOR),
    /** Said so in a survey or a profile. */
    DECLARED(Seeker.ACTOR);

    /** Which end of the tie looks for the other. */
    public enum Seeker {
        ACTOR,
        TARGET
    }

    private final Seeker seeks;

    TieKind(Seeker seeks) {
        this.seeks = seeks;
    }

    /** Which end of the tie looks for the other. */
    public Seeker seeks() {
        return seeks;
    }
}
