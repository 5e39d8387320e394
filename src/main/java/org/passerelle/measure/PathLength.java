package org.passerelle.measure;

/** How long a tie is for a measure that counts or compares paths. */
public enum PathLength {
    /** Every tie is one step. */
    STEPS,
    /** 1 / strength: the closer two people, the shorter the tie. */
    DISTANCE
}
