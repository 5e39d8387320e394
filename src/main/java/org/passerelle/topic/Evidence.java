package org.passerelle.topic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Phrases.Made;

/** What the corpus shows of each phrase that enough discussions hold: who used it, how often, and how it is written. */
final class Evidence {
    private static final int SURFACES_MAX = 50;

    private final long[] keys;
    private final int[] discussions;
    private final int[] contributions;
    private final int[] authors;
    private final int[] byOne;
    private final List<Map<String, Integer>> surfaces;
    private final Neighbours before;
    private final Neighbours after;

    private Evidence(long[] keys) {
        this.keys = keys;
        this.before = new Neighbours(keys.length);
        this.after = new Neighbours(keys.length);
        this.discussions = new int[keys.length];
        this.contributions = new int[keys.length];
        this.authors = new int[keys.length];
        this.byOne = new int[keys.length];
        this.surfaces = java.util.stream.Stream.generate(() -> (Map<String, Integer>) new HashMap<String, Integer>(4))
                .limit(keys.length)
                .toList();
    }

    static Evidence of(Corpus corpus, List<Entry> entries, int discussionsMin) {
        PhraseTable single = new PhraseTable();
        for (Entry entry : entries) {
            each(corpus, entry, (key, _, _) -> {
                if (Phrases.words(key) == 1) {
                    single.count(key, entry.discussion());
                }
            });
        }
        PhraseTable table = new PhraseTable();
        for (Entry entry : entries) {
            each(corpus, entry, (key, _, _) -> {
                // A phrase is not in more discussions than the rarest of its words.
                for (int stem : Phrases.stems(key)) {
                    if (single.discussions(stem + 1L) < discussionsMin) {
                        return;
                    }
                }
                table.count(key, entry.discussion());
            });
        }
        Evidence evidence = new Evidence(table.atLeast(discussionsMin));
        Arrays.setAll(evidence.discussions, at -> table.discussions(evidence.keys[at]));
        evidence.gather(corpus, entries);
        return evidence;
    }

    private static void each(Corpus corpus, Entry entry, Phrases.Listener listener) {
        Phrases.each(entry.subject(), corpus.words(), Made.OF_CONTENT, listener);
        Phrases.each(entry.text(), corpus.words(), Made.OF_CONTENT, listener);
    }

    private void gather(Corpus corpus, List<Entry> entries) {
        int[] last = new int[keys.length];
        Arrays.fill(last, -1);
        Pairs pairs = new Pairs();
        int begin = 0;
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            int contribution = number;
            begin = entries.get(begin).discussion() == entry.discussion() ? begin : number;
            if (number == begin || !isRepeated(entry, entries.get(begin), corpus)) {
                gather(entry.subject(), entry, contribution, corpus, last, pairs);
            }
            gather(entry.text(), entry, contribution, corpus, last, pairs);
        }
        count(pairs.sorted());
    }

    /**
     * Whether a reply's subject only says again what it answers, while it has words of its own: nobody chose these, so they are
     * no burst.
     */
    static boolean isRepeated(Entry reply, Entry opening, Corpus corpus) {
        return reply.text().length > 0
                && Arrays.equals(telling(reply.subject(), corpus), telling(opening.subject(), corpus));
    }

    /** Without words of grammar, and so without "Re". */
    private static int[] telling(int[] subject, Corpus corpus) {
        return Arrays.stream(subject)
                .filter(word -> word >= 0 && corpus.words().form(word).stem() >= 0)
                .toArray();
    }

    private void gather(int[] text, Entry entry, int contribution, Corpus corpus, int[] last, Pairs pairs) {
        Phrases.each(text, corpus.words(), Made.OF_CONTENT, (key, from, to) -> {
            int at = Arrays.binarySearch(keys, key);
            if (at < 0) {
                return;
            }
            before.met(at, from == 0 ? Words.GAP : stem(text[from - 1], corpus));
            after.met(at, to + 1 == text.length ? Words.GAP : stem(text[to + 1], corpus));
            Map<String, Integer> written = surfaces.get(at);
            String surface = Surface.of(text, from, to, corpus.words());
            if (written.size() < SURFACES_MAX || written.containsKey(surface)) {
                written.merge(surface, 1, Integer::sum);
            }
            if (last[at] != contribution) {
                last[at] = contribution;
                contributions[at]++;
                pairs.add(((long) at << 32) | entry.person());
            }
        });
    }

    /** What tells neighbours apart; all gaps are the same here, and each counts. */
    private static int stem(int word, Corpus corpus) {
        return word < 0 ? Words.GAP : corpus.words().form(word).folded().hashCode() & Integer.MAX_VALUE;
    }

    /** Authors of each phrase, and how many of its contributions are by the one who has most. */
    private void count(long[] pairs) {
        for (int start = 0; start < pairs.length; ) {
            int end = start;
            while (end < pairs.length && pairs[end] == pairs[start]) {
                end++;
            }
            int at = (int) (pairs[start] >>> 32);
            authors[at]++;
            byOne[at] = Math.max(byOne[at], end - start);
            start = end;
        }
    }

    int size() {
        return keys.length;
    }

    long key(int at) {
        return keys[at];
    }

    /** Where a phrase is, negative where it is not. */
    int position(long key) {
        return Arrays.binarySearch(keys, key);
    }

    int discussions(int at) {
        return discussions[at];
    }

    int contributions(int at) {
        return contributions[at];
    }

    int authors(int at) {
        return authors[at];
    }

    /** Share of its contributions that one person made. */
    double byOne(int at) {
        return (double) byOne[at] / contributions[at];
    }

    /** How many different words stand next to it, on the side where there are fewer; at most {@value Neighbours#KEPT}. */
    int variety(int at) {
        return Math.min(before.variety(at), after.variety(at));
    }

    Map<String, Integer> surfaces(int at) {
        return surfaces.get(at);
    }

    private static final class Pairs {
        private long[] pairs = new long[1024];
        private int size;

        void add(long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            pairs[size++] = pair;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(pairs, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
