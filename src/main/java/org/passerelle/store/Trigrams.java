package org.passerelle.store;

import java.util.HashSet;
import java.util.Set;

/** How alike two words are written: shared trigrams over all, so that a letter more or less changes little. */
final class Trigrams {
    private Trigrams() {}

    /** Share of the trigrams of both that both have, in [0, 1]. */
    static double likeness(String one, String other) {
        Set<String> ofOne = of(one);
        Set<String> ofOther = of(other);
        int all = ofOne.size() + ofOther.size();
        ofOne.retainAll(ofOther);
        return all == 0 ? 0 : (double) ofOne.size() / (all - ofOne.size());
    }

    private static Set<String> of(String word) {
        String padded = "  " + word + " ";
        Set<String> trigrams = new HashSet<>();
        for (int at = 0; at + 3 <= padded.length(); at++) {
            trigrams.add(padded.substring(at, at + 3));
        }
        return trigrams;
    }
}
