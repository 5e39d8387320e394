package org.passerelle.change;

/** Whether a figure can be shown. */
public enum FigureState {
    /** It is there. */
    SHOWN,
    /** Too few people in the data to say anything: not the same as zero. */
    NO_DATA,
    /** Withheld because too few people stand behind it. */
    SUPPRESSED;

    private static final int ACTIVE_SHARE = 10;

    /** NO_DATA where nobody, or fewer than a tenth, took part; SUPPRESSED below the floor. */
    static FigureState of(int people, int active, int peopleMin) {
        if (people > 0 && people < peopleMin) {
            return SUPPRESSED;
        }
        if (active == 0 || (long) active * ACTIVE_SHARE < people) {
            return NO_DATA;
        }
        return active < peopleMin ? SUPPRESSED : SHOWN;
    }

    /** What can be shown where two of them have to be: withheld wins over without data. */
    FigureState and(FigureState other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /**
     * One withheld group alone could be computed from what the others exchange outside, so a second joins it: the one
     * with fewest people.
     */
    static void complement(FigureState[] states, int[] people) {
        int suppressed = 0;
        int smallest = -1;
        for (int group = 0; group < states.length; group++) {
            suppressed += states[group] == SUPPRESSED ? 1 : 0;
            if (states[group] == SHOWN && (smallest < 0 || people[group] < people[smallest])) {
                smallest = group;
            }
        }
        if (suppressed == 1 && smallest >= 0) {
            states[smallest] = SUPPRESSED;
        }
    }
}
