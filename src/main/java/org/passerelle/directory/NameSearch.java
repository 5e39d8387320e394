package org.passerelle.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.passerelle.network.Person;

/**
 * An index of names without accents and case: Bezier finds Bézier. Every word asked for must begin a word of
 * the name. Best are names with most whole words, then the shorter ones, then the order of names and ids.
 * Immutable; a search looks at every name once.
 */
public final class NameSearch {
    private final List<Person> people;
    private final String[][] words;

    /** Indexes these people. */
    public NameSearch(List<Person> people) {
        this.people = List.copyOf(people);
        this.words = this.people.stream().map(person -> words(person.name())).toArray(String[][]::new);
    }

    /** The people whose name matches, best first; nobody for a text without letters and digits. */
    public List<Person> find(String name) {
        String[] asked = words(name);
        if (asked.length == 0) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        for (int position = 0; position < words.length; position++) {
            int whole = wholeWords(asked, words[position]);
            if (whole >= 0) {
                matches.add(new Match(people.get(position), whole, List.of(words[position])));
            }
        }
        matches.sort(Comparator.comparingInt(Match::wholeWords)
                .reversed()
                .thenComparingInt(match -> match.words().size())
                .thenComparing(match -> String.join(" ", match.words()))
                .thenComparing(match -> match.person().id()));
        return matches.stream().map(Match::person).toList();
    }

    private record Match(Person person, int wholeWords, List<String> words) {}

    /** How many words asked for are whole words of the name; -1 when one of them begins none. */
    private static int wholeWords(String[] asked, String[] name) {
        int whole = 0;
        for (String word : asked) {
            boolean begins = false;
            boolean equals = false;
            for (String candidate : name) {
                begins |= candidate.startsWith(word);
                equals |= candidate.equals(word);
            }
            if (!begins) {
                return -1;
            }
            whole += equals ? 1 : 0;
        }
        return whole;
    }

    /** The words of a text, folded: small letters and digits without marks. */
    static String[] words(String text) {
        String marked = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String folded = marked.replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ß", "ss")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return Arrays.stream(folded.split("[^\\p{L}\\p{Nd}]+", -1))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
