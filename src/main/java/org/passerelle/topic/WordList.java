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

    /** After these stands a noun or what goes with it. */
    static final Set<String> NOMINAL = words("a an the this these those of in with for from by about via"
            + " un une des du au aux ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes quel quelle"
            + " quels quelles chaque d de en sans entre par avec sur les");

    /** After these stands a verb. */
    static final Set<String> VERBAL = words(
            "to will would can could should shall may might must i you we they he she it not"
                    + " don doesn didn je j tu il elle nous vous ils elles ne n pas se s me m te t y qui peut doit faut");

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
