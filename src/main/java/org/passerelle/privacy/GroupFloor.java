package org.passerelle.privacy;

/**
 * The fewest people who must stand behind a figure about a group. It holds for every role but the open
 * one, whose reader sees each person anyway.
 *
 * @param people the floor, at least {@value #LEAST}
 */
public record GroupFloor(int people) {
    /** No configuration goes below this. */
    public static final int LEAST = 5;
    /** The floor without configuration. */
    public static final GroupFloor USUAL = new GroupFloor(10);
    /** A group of which a smaller share took part says nothing. */
    private static final int COVERAGE_SHARE = 10;

    /** Refuses a floor that protects nobody. */
    public GroupFloor {
        if (people < LEAST) {
            throw new IllegalArgumentException(
                    "The floor for group figures must be at least " + LEAST + ", not " + people);
        }
    }

    /** The floor for that reader. */
    public int of(Reader reader) {
        return reader.role() == Role.OPEN ? 1 : people;
    }

    /**
     * Whether a figure about a group can be shown to the reader: SUPPRESSED below the floor, NO_DATA
     * where fewer than a tenth of the group took part, else SHOWN.
     *
     * @param members people in the group
     * @param active those of them who took part
     */
    public FigureState state(int members, int active, Reader reader) {
        if (members > 0 && members < of(reader)) {
            return FigureState.SUPPRESSED;
        }
        if (active == 0 || active * (long) COVERAGE_SHARE < members) {
            return FigureState.NO_DATA;
        }
        return active < of(reader) ? FigureState.SUPPRESSED : FigureState.SHOWN;
    }
}
