package org.passerelle.expert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The words of an invented language, most frequent first, used as Zipf and Mandelbrot say: the share of the word of rank r
 * is in proportion to {@code (r + 2.7)^-1.07}. The first are the real small words of the language, so that stop words and
 * elisions are met; the others are made of syllables and real endings, so that stemmers have something to cut.
 */
final class Lexicon {
    static final int WORDS = 50_000;
    private static final double EXPONENT = 1.07;
    private static final double OFFSET = 2.7;

    private static final String FRENCH_SMALL =
            "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec on nous "
                    + "son cette mais comme ou si leur dont tout aux fait être deux même aussi peut sans entre où après "
                    + "très bien depuis quand chez encore toujours avant merci bonjour";
    private static final String ENGLISH_SMALL =
            "the of and to in a is that for it on with as was be by this are from at have not or an they which you but we "
                    + "can there been has their will would what when who more no if out so about up into than its some "
                    + "only other could time after please thanks hello how";
    private static final List<String> FRENCH_SYLLABLES = List.of(
            "pa", "mo", "ré", "ti", "lu", "gra", "von", "cé", "bri", "chau", "fi", "sou", "tra", "dé", "nou", "plé");
    private static final List<String> ENGLISH_SYLLABLES = List.of(
            "ra", "mo", "ble", "ti", "lu", "gra", "wen", "ke", "bri", "sho", "fi", "sto", "tra", "de", "no", "ple");
    private static final List<String> FRENCH_ENDINGS = List.of(
            "tion", "ment", "age", "eur", "ité", "ure", "ence", "er", "ée", "al", "ique", "eux", "ier", "isme", "oir",
            "et");
    private static final List<String> ENGLISH_ENDINGS = List.of(
            "tion", "ing", "ment", "er", "ness", "ity", "ed", "ly", "al", "able", "age", "ist", "ure", "ive", "ing",
            "et");

    private final List<String> words;
    private final double[] cumulated;

    private Lexicon(List<String> words) {
        this.words = List.copyOf(words);
        cumulated = new double[words.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulated.length; rank++) {
            sum += Math.pow(rank + OFFSET, -EXPONENT);
            cumulated[rank] = sum;
        }
    }

    static Lexicon french(long seed) {
        return of(FRENCH_SMALL, FRENCH_SYLLABLES, FRENCH_ENDINGS, seed);
    }

    static Lexicon english(long seed) {
        return of(ENGLISH_SMALL, ENGLISH_SYLLABLES, ENGLISH_ENDINGS, seed);
    }

    private static Lexicon of(String small, List<String> syllables, List<String> endings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> words = new ArrayList<>(Arrays.asList(small.split(" ", -1)));
        Set<String> known = new HashSet<>(words);
        while (words.size() < WORDS) {
            StringBuilder word = new StringBuilder();
            // Frequent words are short.
            int length = 1 + random.nextInt(words.size() < 1_000 ? 2 : 4);
            for (int syllable = 0; syllable < length; syllable++) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            word.append(endings.get(random.nextInt(endings.size())));
            if (known.add(word.toString())) {
                words.add(word.toString());
            }
        }
        return new Lexicon(words);
    }

    /** A word as often as the language uses it. */
    String drawn(SplittableRandom random) {
        double at = random.nextDouble() * cumulated[cumulated.length - 1];
        int found = Arrays.binarySearch(cumulated, at);
        return words.get(found < 0 ? -found - 1 : found);
    }

    /** A word of a rank between the two, each tenfold as likely as the next: a term of some subject. */
    String term(int rankMin, int rankMax, SplittableRandom random) {
        return words.get((int) (rankMin * Math.pow((double) rankMax / rankMin, random.nextDouble())));
    }
}
