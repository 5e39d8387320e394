package org.passerelle.need;

import java.util.regex.Pattern;

/** Patterns of folded sentences, several ways of saying one thing. */
final class Wordings {
    private final Pattern any;

    private Wordings(Pattern any) {
        this.any = any;
    }

    /** Any of these regular expressions, each between word boundaries. */
    static Wordings of(String... ways) {
        return new Wordings(Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", ways) + ")(?![\\p{L}\\d])"));
    }

    boolean in(String sentence) {
        return any.matcher(sentence).find();
    }

    /** The sentence before the first of them, or all of it. */
    String before(String sentence) {
        java.util.regex.Matcher found = any.matcher(sentence);
        return found.find() ? sentence.substring(0, found.start()) : sentence;
    }

    /** The sentence with each of them taken out. */
    String without(String sentence) {
        return any.matcher(sentence).replaceAll(" ");
    }
}
