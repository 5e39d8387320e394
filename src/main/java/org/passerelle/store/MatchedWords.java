package org.passerelle.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.network.ContributionSearch.Mark;
import org.passerelle.network.StopWords;

/**
 * The words that a reader looked for, to be found again in a text in any form and spelling. Words that say nothing
 * ("the", "pour") are not looked for unless there are no others. At most {@value #MARKS_MAX} are found in a text.
 */
final class MatchedWords {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]+");
    private static final int MARKS_MAX = 100;

    private final List<String> words;
    private final List<String> exact;
    private final boolean isApproximable;

    private MatchedWords(List<String> words, List<String> exact, boolean isApproximable) {
        this.words = words;
        this.exact = exact;
        this.isApproximable = isApproximable;
    }

    /** Those of a search, with what the company says instead. */
    static MatchedWords of(SearchWords search) {
        Set<String> all = new LinkedHashSet<>();
        for (String term : concat(search.plain(), search.synonyms())) {
            WORD.matcher(term)
                    .results()
                    .map(MatchResult::group)
                    .map(Text::folded)
                    .forEach(word -> all.addAll(parts(word)));
        }
        List<String> telling =
                all.stream().filter(word -> !StopWords.contains(word)).toList();
        boolean tells = !telling.isEmpty() || !search.exact().isEmpty();
        return new MatchedWords(tells ? telling : List.copyOf(all), search.exact(), search.approximable());
    }

    /** A word; pairs of letters where the script does not part words, as they are looked for. */
    private static List<String> parts(String word) {
        if (!SearchWords.hasNoSpaces(word) || word.length() <= 2) {
            return List.of(word);
        }
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at + 2 <= word.length(); at++) {
            pairs.add(word.substring(at, at + 2));
        }
        return pairs;
    }

    private static List<String> concat(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /** A word that matched, and which of the reader's it is. */
    record Match(Mark mark, String asked) {}

    /** Where a text has them, in order; where it has none and like words were looked for, those. */
    List<Match> in(String text) {
        List<Match> found = in(text, Inflections::same);
        return found.isEmpty() && isApproximable ? in(text, Inflections::alike) : found;
    }

    private List<Match> in(String text, BiPredicate<String, String> same) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && found.size() < MARKS_MAX) {
            String written = matcher.group();
            if (SearchWords.hasNoSpaces(written)) {
                parts(matcher, found);
                continue;
            }
            if (exact.contains(written)) {
                found.add(new Match(new Mark(matcher.start(), matcher.end()), written));
                continue;
            }
            String word = Text.folded(written);
            for (String asked : words) {
                if (same.test(asked, word)) {
                    found.add(new Match(new Mark(matcher.start(), matcher.end()), asked));
                    break;
                }
            }
        }
        return found;
    }

    /** Of a run of letters that its script does not part into words, whatever holds two of the reader's in a row. */
    private void parts(Matcher run, List<Match> found) {
        for (String asked : words) {
            for (int at = run.group().indexOf(asked); at >= 0; at = run.group().indexOf(asked, at + asked.length())) {
                found.add(new Match(new Mark(run.start() + at, run.start() + at + asked.length()), asked));
            }
        }
    }

    /** The places alone. */
    List<Mark> marks(String text) {
        return in(text).stream().map(Match::mark).toList();
    }
}
