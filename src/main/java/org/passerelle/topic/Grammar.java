package org.passerelle.topic;

import java.util.List;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Words.Form;

/**
 * Which words behave like nouns, and which like names, by what stands before them in the corpus itself: no list of
 * verbs is complete, but "to", "you", "ne" and "on" stand before verbs, and "the", "of", "une" and "du" do not.
 */
final class Grammar {
    private static final double PRIOR = 1;

    private final int[] nominal;
    private final int[] verbal;
    private final int[] inside;
    private final int[] insideCapital;

    private Grammar(int stems) {
        nominal = new int[stems];
        verbal = new int[stems];
        inside = new int[stems];
        insideCapital = new int[stems];
    }

    static Grammar of(Corpus corpus, List<Entry> entries) {
        Grammar grammar = new Grammar(corpus.words().stems());
        for (Entry entry : entries) {
            grammar.read(entry.subject(), corpus.words());
            grammar.read(entry.text(), corpus.words());
        }
        return grammar;
    }

    private void read(int[] text, Words words) {
        for (int at = 1; at < text.length; at++) {
            if (text[at] < 0 || words.form(text[at]).stem() < 0 || text[at - 1] == Words.SENTENCE) {
                continue;
            }
            Form form = words.form(text[at]);
            inside[form.stem()]++;
            insideCapital[form.stem()] += form.isCapital() ? 1 : 0;
            if (text[at - 1] >= 0) {
                String before = words.form(text[at - 1]).folded();
                nominal[form.stem()] += WordList.NOMINAL.contains(before) ? 1 : 0;
                verbal[form.stem()] += WordList.VERBAL.contains(before) ? 1 : 0;
            }
        }
    }

    /** Share of what stands before it that stands before nouns; 1/2 where nothing is known. */
    double nounness(int stem) {
        return (nominal[stem] + PRIOR) / (nominal[stem] + verbal[stem] + 2 * PRIOR);
    }

    /** Share of its uses within a sentence that have a capital. */
    double capital(int stem) {
        return inside[stem] == 0 ? 0 : (double) insideCapital[stem] / inside[stem];
    }
}
