package org.passerelle.privacy;

/** Whether a figure can be shown. */
public enum FigureState {
    /** The figure is there. */
    SHOWN,
    /** Too few people are in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld, because too few people stand behind it. */
    SUPPRESSED
}
