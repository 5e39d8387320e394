package org.passerelle.topic;

/** The first few different words met on one side of each phrase; the end of a sentence is another one every time. */
final class Neighbours {
    static final int KEPT = 4;

    private final int[] kept;
    private final byte[] counts;

    Neighbours(int phrases) {
        kept = new int[phrases * KEPT];
        counts = new byte[phrases];
    }

    /** A word stands next to a phrase, or {@link Words#GAP}. */
    void met(int phrase, int word) {
        int count = counts[phrase];
        if (count == KEPT) {
            return;
        }
        for (int at = 0; word != Words.GAP && at < count; at++) {
            if (kept[phrase * KEPT + at] == word) {
                return;
            }
        }
        kept[phrase * KEPT + count] = word;
        counts[phrase]++;
    }

    int variety(int phrase) {
        return counts[phrase];
    }
}
