package org.passerelle.silo;

import org.passerelle.network.ToldGroups;

/** Whether a figure can be shown. */
public enum FigureState {
    /** It is there. */
    SHOWN,
    /** Too few people in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED;

    /** That of a group of which so much may be told. */
    static FigureState of(ToldGroups.Telling telling) {
        return switch (telling) {
            case TOLD -> SHOWN;
            case NO_DATA -> NO_DATA;
            case WITHHELD -> SUPPRESSED;
        };
    }
}
