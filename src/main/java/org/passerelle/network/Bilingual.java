package org.passerelle.network;

import java.util.function.Function;

/** The same said in English and in French. */
public record Bilingual(String english, String french) {
    private static final String VOWELS = "aàâeéèêëiîïoôuùû";

    /** Refuses a language without words. */
    public Bilingual {
        if (english.isBlank() || french.isBlank()) {
            throw new IllegalArgumentException("Something is said in both languages or not at all");
        }
    }

    /** A name after the French "de", which is cut before a vowel: "de Ventes", "d’Achats". */
    public static String frenchOf(String name) {
        return VOWELS.indexOf(Character.toLowerCase(name.isEmpty() ? ' ' : name.charAt(0))) >= 0
                ? "d’" + name
                : "de " + name;
    }

    /** Written by each language's rules. */
    public static Bilingual of(Function<Language, String> written) {
        return new Bilingual(written.apply(Language.ENGLISH), written.apply(Language.FRENCH));
    }

    /** This sentence and the next one. */
    public Bilingual then(Bilingual next) {
        return new Bilingual(english + " " + next.english, french + " " + next.french);
    }

    /** What it is in that language. */
    public String in(Language language) {
        return language == Language.FRENCH ? french : english;
    }
}
