package org.passerelle.topic;

import java.util.List;
import java.util.Locale;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Words.Form;
import org.passerelle.topic.Words.Part;

/**
 * What the corpus itself shows of each word: whether it behaves like a noun, a name, a unit of measure or a firm, by what
 * stands around it. No list of verbs and adjectives is complete, but "to" and "ne" stand before verbs, "is" and "très"
 * before adjectives and participles, "the" and "une" before nouns, and a unit follows numbers. In French what says
 * more of a noun comes after it, in English before it.
 */
final class Grammar {
    private static final double PRIOR = 1;
    private static final double HEAD_PRIOR = 2;
    private static final double BEFORE_NOUN = 0.5;
    private static final int FEW = 3;

    private final Words words;
    private final int[] noun;
    private final int[] article;
    private final int[] beforeNoun;
    private final int[] verbal;
    private final int[] described;
    private final int[] counted;
    private final int[] hosted;
    private final int[] inside;
    private final int[] insideCapital;

    private Grammar(Words words) {
        this.words = words;
        int stems = words.stems();
        noun = new int[stems];
        article = new int[stems];
        beforeNoun = new int[stems];
        verbal = new int[stems];
        described = new int[stems];
        counted = new int[stems];
        hosted = new int[stems];
        inside = new int[stems];
        insideCapital = new int[stems];
    }

    static Grammar of(Corpus corpus, List<Entry> entries) {
        Grammar grammar = new Grammar(corpus.words());
        for (Entry entry : entries) {
            grammar.read(entry.subject(), entry.french());
            grammar.read(entry.text(), entry.french());
        }
        return grammar;
    }

    private void read(int[] text, boolean french) {
        for (int at = 1; at < text.length; at++) {
            if (text[at] < 0 || words.form(text[at]).stem() < 0 || text[at - 1] == Words.SENTENCE) {
                continue;
            }
            Form form = words.form(text[at]);
            inside[form.stem()]++;
            insideCapital[form.stem()] += form.isCapital() ? 1 : 0;
            if (text[at - 1] >= 0) {
                boolean last = at + 1 == text.length
                        || text[at + 1] < 0
                        || words.form(text[at + 1]).stem() < 0;
                read(form, words.form(text[at - 1]), last, french);
            }
        }
    }

    /**
     * One word after another.
     *
     * @param last whether no word that says something follows
     */
    private void read(Form form, Form before, boolean last, boolean french) {
        int stem = form.stem();
        String word = before.folded();
        if (Character.isDigit(word.charAt(0)) || WordList.NUMBERS.contains(word)) {
            counted[stem]++;
        } else if (before.part() == Part.CONTENT) {
            described[stem] += french ? 1 : 0;
        } else if (french && word.equals("a")) {
            // "À" stands before nouns and infinitives, "a" before participles.
            noun[stem] += before.text().toLowerCase(Locale.ROOT).equals("à") ? 1 : 0;
            verbal[stem] += before.text().toLowerCase(Locale.ROOT).equals("à") ? 0 : 1;
        } else if (WordList.DETERMINERS.contains(word)) {
            boolean isNoun = last || WordList.FRENCH_DETERMINERS.contains(word);
            noun[stem] += isNoun ? 1 : 0;
            article[stem] += isNoun ? 1 : 0;
            beforeNoun[stem] += isNoun ? 0 : 1;
        } else if (WordList.PREPOSITIONS.contains(word)) {
            boolean isNoun = last || WordList.FRENCH_PREPOSITIONS.contains(word);
            noun[stem] += isNoun ? 1 : 0;
            beforeNoun[stem] += isNoun ? 0 : 1;
        } else if (WordList.VERBAL.contains(word)) {
            // "To Lyon" is no infinitive.
            boolean isPlace = word.equals("to") && form.isCapital();
            noun[stem] += isPlace ? 1 : 0;
            verbal[stem] += isPlace ? 0 : 1;
        } else if (WordList.PREDICATIVE.contains(word)) {
            described[stem]++;
        } else if (WordList.HOSTS.contains(word)) {
            hosted[stem] += form.isCapital() ? 1 : 0;
        }
    }

    /** Share of its telling uses that are a noun's or stand before one, and not a verb's; 1/2 where nothing is known. */
    double nounness(int stem) {
        double nominal = noun[stem] + beforeNoun[stem] + PRIOR;
        return nominal / (nominal + verbal[stem] + PRIOR);
    }

    /**
     * Share of its telling uses in which it is the noun itself, and neither a verb nor what is said of a noun; standing
     * before a noun counts half, since nouns do so in English too. 1/2 where nothing is known, 0 for what looks like a
     * French infinitive and never has an article.
     */
    double headship(int stem) {
        if (article[stem] == 0
                && noun[stem] >= FEW
                && described[stem] == 0
                && words.stem(stem).endsWith("r")) {
            return 0;
        }
        double head = noun[stem] + HEAD_PRIOR;
        return head / (head + BEFORE_NOUN * beforeNoun[stem] + verbal[stem] + described[stem] + HEAD_PRIOR);
    }

    /** Share of its uses within a sentence that follow a number, as those of a unit of measure do. */
    double counted(int stem) {
        return counted[stem] < FEW ? 0 : (double) counted[stem] / inside[stem];
    }

    /** Share of its uses within a sentence that follow "chez" or "at" with a capital, as those of a customer do. */
    double hosted(int stem) {
        return hosted[stem] < FEW ? 0 : (double) hosted[stem] / inside[stem];
    }

    /** Share of its uses within a sentence that have a capital. */
    double capital(int stem) {
        return inside[stem] == 0 ? 0 : (double) insideCapital[stem] / inside[stem];
    }
}
