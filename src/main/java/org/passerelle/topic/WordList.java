package org.passerelle.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of folded words that are no topics, French and English together. */
final class WordList {
    /** Words of grammar: they end a phrase. */
    static final Set<String> STOP = read("stop-words.txt");

    /** Words of talk: too general to stand alone or at the edge of a phrase. */
    static final Set<String> WEAK = read("weak-words.txt");

    /** What may stand between two words of one phrase: "coup de bélier", "point of sale". */
    static final Set<String> LINKS = Set.of("de", "du", "des", "d", "of", "à", "au", "aux", "en");

    /** What may follow a link: "gestion de la paie". */
    static final Set<String> ARTICLES = Set.of("la", "le", "les", "l", "the");

    /** After these stands a noun, or in English what stands before one. */
    static final Set<String> DETERMINERS =
            words("a an the this these those some any each every no my your his her its our their"
                    + " un une le la les l des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes quel"
                    + " quelle quels quelles chaque plusieurs quelques aucun aucune");

    /** Those of them after which a noun stands at once, since what French says of a noun comes after it. */
    static final Set<String> FRENCH_DETERMINERS = words(
            "un une le la les l des du au aux ce cet cette ces son sa ses leur"
                    + " leurs notre nos votre vos mon ma mes quel quelle quels quelles chaque plusieurs quelques aucun aucune");

    /** After these stands a noun without an article, or a verb's infinitive or gerund. */
    static final Set<String> PREPOSITIONS =
            words("of in with for from by about via without between d de en sans entre par avec sur contre");

    /** Those of them that are French. */
    static final Set<String> FRENCH_PREPOSITIONS = words("d de en sans entre par avec sur contre à");

    /** After these stands a verb. */
    static final Set<String> VERBAL = words(
            "to will would can could should shall may might must i you we they he she it not"
                    + " don doesn didn j je tu il elle nous vous ils elles ne n pas se s me m te t y qui peut doit faut");

    /** After these stands a participle, an adjective or an adverb. */
    static final Set<String> PREDICATIVE =
            words("is are was were be been being am isn aren wasn weren has have had very too"
                    + " more most so as est sont etait etaient etre ete sera seront soit ont avait avons avez tres trop plus moins assez"
                    + " aussi si");

    /** Who stands after these with a capital is a firm, or somebody at home. */
    static final Set<String> HOSTS = words("chez at");

    /** Numbers in words; those in digits are known by their digits. */
    static final Set<String> NUMBERS = words("two three four five six seven eight nine ten eleven twelve twenty thirty"
            + " deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente");

    private WordList() {}

    private static Set<String> words(String words) {
        return Set.of(words.split(" ", -1));
    }

    private static Set<String> read(String name) {
        try (InputStream file = WordList.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The list " + name + " is missing");
            }
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return reader.lines()
                        .filter(line -> !line.startsWith("#"))
                        .flatMap(line -> Stream.of(line.split(" ", -1)))
                        .collect(Collectors.toUnmodifiableSet());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
