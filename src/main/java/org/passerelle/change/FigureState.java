package org.passerelle.change;

import java.util.stream.IntStream;
import org.passerelle.network.ToldGroups;

/** Whether a figure can be shown. */
public enum FigureState {
    /** It is there. */
    SHOWN,
    /** Too few people in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED;

    /** Those of groups of which so much may be told. */
    static FigureState[] of(ToldGroups told, int groups) {
        return IntStream.range(0, groups)
                .mapToObj(group -> switch (told.telling(group)) {
                    case TOLD -> SHOWN;
                    case NO_DATA -> NO_DATA;
                    case WITHHELD -> SUPPRESSED;
                })
                .toArray(FigureState[]::new);
    }

    /** What can be shown where two of them have to be: withheld wins over without data. */
    FigureState and(FigureState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
