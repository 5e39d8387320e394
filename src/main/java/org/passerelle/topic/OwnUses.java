package org.passerelle.topic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Phrases.Made;

/**
 * How phrases are used on their own, and not inside of a longer one: "pièce" in "pièce de rechange" says nothing of "pièce".
 * A subject of discussion shows twice: it comes again within a discussion, and those who open one name it in their
 * subject. Words that are good for any subject ("experience", "team") do neither.
 */
final class OwnUses {
    /** Farthest that a longer phrase begins before one inside of it: words, links and articles. */
    private static final int REACH = 3 * Phrases.WORDS_MAX;

    private static final double PRIOR = 1;

    private final int[] uses;
    private final int[] open;
    private final int[] discussions;
    private final int[] contributions;
    private final int[] titled;
    private final int[] titles;
    private final int[] words;
    private final double[] repeating = new double[Phrases.WORDS_MAX + 1];
    private final double[] naming = new double[Phrases.WORDS_MAX + 1];

    private OwnUses(Evidence evidence) {
        int phrases = evidence.size();
        words = new int[phrases];
        Arrays.setAll(words, at -> Phrases.words(evidence.key(at)));
        uses = new int[phrases];
        open = new int[phrases];
        discussions = new int[phrases];
        contributions = new int[phrases];
        titled = new int[phrases];
        titles = new int[phrases];
    }

    /**
     * Counts the uses of phrases.
     *
     * @param sound which phrases of the evidence count, and hide those inside of them
     */
    static OwnUses of(Corpus corpus, List<Entry> entries, Evidence evidence, boolean[] sound) {
        BitSet haveTitle = new BitSet();
        entries.stream().filter(Entry::hasSubjectAndText).forEach(entry -> haveTitle.set(entry.discussion()));
        Reading reading = new Reading(corpus, evidence, sound, new OwnUses(evidence), haveTitle);
        int begin = 0;
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            begin = entries.get(begin).discussion() == entry.discussion() ? begin : number;
            boolean repeated = number != begin && Evidence.isRepeated(entry, entries.get(begin), corpus);
            if (!repeated) {
                reading.read(entry.subject(), entry.discussion(), number, Part.SUBJECT);
            }
            reading.read(entry.text(), entry.discussion(), number, Part.TEXT);
        }
        reading.uses().average(sound);
        return reading.uses();
    }

    private enum Part {
        SUBJECT,
        TEXT
    }

    /** One walk over all texts. */
    private record Reading(
            Corpus corpus,
            Evidence evidence,
            boolean[] sound,
            OwnUses uses,
            BitSet haveTitle,
            int[] lastDiscussion,
            int[] lastContribution,
            int[] lastTitle) {
        Reading(Corpus corpus, Evidence evidence, boolean[] sound, OwnUses uses, BitSet haveTitle) {
            this(
                    corpus,
                    evidence,
                    sound,
                    uses,
                    haveTitle,
                    none(evidence.size()),
                    none(evidence.size()),
                    none(evidence.size()));
        }

        private static int[] none(int size) {
            int[] none = new int[size];
            Arrays.fill(none, -1);
            return none;
        }

        void read(int[] text, int discussion, int contribution, Part part) {
            Spans spans = new Spans(text.length);
            Phrases.each(text, corpus.words(), Made.OF_CONTENT, (key, from, to) -> {
                int at = evidence.position(key);
                if (at >= 0 && sound[at]) {
                    spans.add(at, from, to);
                }
            });
            for (int number = 0; number < spans.size; number++) {
                if (!spans.isInside(number)) {
                    uses.uses[spans.phrases[number]]++;
                    uses.open[spans.phrases[number]] += isLink(text, spans.tos[number] + 1) ? 1 : 0;
                    count(spans.phrases[number], discussion, contribution, part);
                }
            }
        }

        private boolean isLink(int[] text, int at) {
            return at < text.length
                    && text[at] >= 0
                    && corpus.words().form(text[at]).isLink();
        }

        private void count(int at, int discussion, int contribution, Part part) {
            boolean inTitled = haveTitle.get(discussion);
            if (lastContribution[at] != contribution) {
                lastContribution[at] = contribution;
                uses.contributions[at]++;
            }
            if (lastDiscussion[at] != discussion) {
                lastDiscussion[at] = discussion;
                uses.discussions[at]++;
                uses.titled[at] += inTitled ? 1 : 0;
            }
            if (part == Part.SUBJECT && inTitled && lastTitle[at] != discussion) {
                lastTitle[at] = discussion;
                uses.titles[at]++;
            }
        }
    }

    /** The phrases of one text by where they stand. */
    private static final class Spans {
        private final int[] longest;
        private int[] phrases = new int[16];
        private int[] froms = new int[16];
        private int[] tos = new int[16];
        private int size;

        Spans(int words) {
            longest = new int[words];
        }

        void add(int phrase, int from, int to) {
            if (size == phrases.length) {
                phrases = Arrays.copyOf(phrases, size * 2);
                froms = Arrays.copyOf(froms, size * 2);
                tos = Arrays.copyOf(tos, size * 2);
            }
            phrases[size] = phrase;
            froms[size] = from;
            tos[size++] = to;
            longest[from] = Math.max(longest[from], to + 1);
        }

        boolean isInside(int number) {
            int length = tos[number] - froms[number] + 1;
            for (int from = froms[number]; from >= Math.max(0, froms[number] - REACH); from--) {
                if (longest[from] > tos[number] && longest[from] - from > length) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What phrases of as many words do on the whole. */
    private void average(boolean[] sound) {
        long[] all = new long[Phrases.WORDS_MAX + 1];
        long[] again = new long[Phrases.WORDS_MAX + 1];
        long[] couldBeNamed = new long[Phrases.WORDS_MAX + 1];
        long[] named = new long[Phrases.WORDS_MAX + 1];
        for (int at = 0; at < sound.length; at++) {
            if (sound[at]) {
                int length = words[at];
                all[length] += discussions[at];
                again[length] += contributions[at] - discussions[at];
                couldBeNamed[length] += titled[at];
                named[length] += titles[at];
            }
        }
        for (int length = 1; length <= Phrases.WORDS_MAX; length++) {
            repeating[length] = all[length] == 0 ? 0 : (double) again[length] / all[length];
            naming[length] = couldBeNamed[length] == 0 ? 0 : (double) named[length] / couldBeNamed[length];
        }
    }

    /** Discussions that hold the phrase on its own. */
    int discussions(int at) {
        return discussions[at];
    }

    /** Share of its own uses that a link follows, as in "mise en" and "lack of": the subject comes after it. */
    double open(int at) {
        return uses[at] == 0 ? 0 : (double) open[at] / uses[at];
    }

    /** How often it comes again within a discussion, over what phrases of as many words do; near 1 where little is known. */
    double repeated(int at) {
        return (contributions[at] - discussions[at] + PRIOR) / (repeating[words[at]] * discussions[at] + PRIOR);
    }

    /** How often its discussions have it in their subject, over what phrases of as many words do; near 1 where little is known. */
    double named(int at) {
        return (titles[at] + PRIOR) / (naming[words[at]] * titled[at] + PRIOR);
    }
}
