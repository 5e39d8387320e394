package org.passerelle.silo;

/** Whether a figure can be shown. */
public enum FigureState {
    /** It is there. */
    SHOWN,
    /** Too few people in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED
}
