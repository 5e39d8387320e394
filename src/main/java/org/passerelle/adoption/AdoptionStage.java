package org.passerelle.adoption;

/** How far somebody has come in a month; whoever has come to a stage counts for those before it. */
public enum AdoptionStage {
    /** Something reached them: they were addressed, named, answered or thanked, or a community of theirs was alive. */
    REACHED(0),
    /** They read; no source tells. */
    READING(1),
    /** They reacted to what others said. */
    REACTING(2),
    /** They answered, or went on with what others had begun. */
    REPLYING(3),
    /** They began a thread. */
    POSTING(4),
    /** They began a thread in which at least {@link Threads#OTHERS_MIN} others talked to one another. */
    ANIMATING(5);

    private final int step;

    AdoptionStage(int step) {
        this.step = step;
    }

    /** Position among the stages, from 0. */
    int step() {
        return step;
    }
}
