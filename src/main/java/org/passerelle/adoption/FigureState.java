package org.passerelle.adoption;

/** Whether a figure can be shown. */
public enum FigureState {
    /** It is there. */
    SHOWN,
    /** Too few people in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED;

    /** Withheld where some people, but fewer than the floor, stand behind it. */
    static FigureState ofCount(int people, int peopleMin) {
        return people > 0 && people < peopleMin ? SUPPRESSED : SHOWN;
    }
}
