package org.passerelle.topic;

import org.passerelle.topic.Words.Form;
import org.passerelle.topic.Words.Part;

/**
 * The phrases of a text: one to three words that could name something, next to each other or joined by a link as in
 * "soupape de sécurité". A phrase is the set of its stems, packed into one number: whatever their order.
 */
final class Phrases {
    /** Most words of a phrase, without links. */
    static final int WORDS_MAX = 3;

    private static final int BITS = 21;
    private static final long MASK = (1L << BITS) - 1;

    private Phrases() {}

    /** Who is told of phrases. */
    interface Listener {
        /**
         * A phrase.
         *
         * @param key its stems
         * @param from position of its first word
         * @param to position of its last word
         */
        void phrase(long key, int from, int to);
    }

    /** Which words phrases are made of. */
    enum Made {
        /** Of words that say something: what a phrase that nobody gave must be. */
        OF_CONTENT,
        /** Of words of talk as well: what somebody gave may be. */
        OF_ALL_WORDS
    }

    /** Tells of every phrase of a text, shorter ones first where they begin together. */
    static void each(int[] text, Words words, Made made, Listener listener) {
        int[] stems = new int[WORDS_MAX];
        for (int from = 0; from < text.length; from++) {
            int count = 0;
            int at = from;
            while (at < text.length && count < WORDS_MAX) {
                int stem = stem(text[at], words, made);
                if (stem < 0 || holds(stems, count, stem)) {
                    break;
                }
                stems[count++] = stem;
                listener.phrase(key(stems, count), from, at);
                at = afterLinks(text, at + 1, words);
            }
        }
    }

    private static int stem(int number, Words words, Made made) {
        if (number < 0) {
            return -1;
        }
        Form form = words.form(number);
        boolean counts = form.part() == Part.CONTENT || (made == Made.OF_ALL_WORDS && form.part() == Part.WEAK);
        return counts ? form.stem() : -1;
    }

    private static boolean holds(int[] stems, int count, int stem) {
        for (int at = 0; at < count; at++) {
            if (stems[at] == stem) {
                return true;
            }
        }
        return false;
    }

    /** Past "de", "de la", "of", "of the", where they stand. */
    private static int afterLinks(int[] text, int at, Words words) {
        if (at < text.length && text[at] >= 0 && words.form(text[at]).isLink()) {
            int next = at + 1;
            return next < text.length
                            && text[next] >= 0
                            && words.form(text[next]).isArticle()
                    ? next + 1
                    : next;
        }
        return at;
    }

    /** The key of stems, which are put in order. */
    static long key(int[] stems, int count) {
        long low = Long.MAX_VALUE;
        long high = -1;
        long sum = 0;
        for (int at = 0; at < count; at++) {
            long stem = stems[at] + 1L;
            low = Math.min(low, stem);
            high = Math.max(high, stem);
            sum += stem;
        }
        return switch (count) {
            case 1 -> low;
            case 2 -> (low << BITS) | high;
            default -> (low << (2 * BITS)) | ((sum - low - high) << BITS) | high;
        };
    }

    /** How many words a phrase has. */
    static int words(long key) {
        return (key >> (2 * BITS)) != 0 ? 3 : (key >> BITS) != 0 ? 2 : 1;
    }

    /** The stems of a phrase, in order of number. */
    static int[] stems(long key) {
        int count = words(key);
        int[] stems = new int[count];
        for (int at = 0; at < count; at++) {
            stems[count - 1 - at] = (int) ((key >> (at * BITS)) & MASK) - 1;
        }
        return stems;
    }
}
