package org.passerelle.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.passerelle.topic.Corpus.Entry;
import org.passerelle.topic.Vocabulary.Parameters;

/** Which phrases of the evidence are topics, and how much; {@link Vocabulary} has the formulas. */
final class Selection {
    private static final double RESIDUAL_MIN = 0.05;
    private static final double INSIDE_MAX = 0.7;
    private static final double NAME_CAPITAL_MIN = 0.5;
    private static final int LETTERS_MIN = 3;
    private static final int VARIETY_MIN = 2;
    private static final double HEADSHIP_MIN = 0.3;
    private static final double COUNTED_MAX = 0.3;
    private static final double HOSTED_MAX = 0.25;
    private static final double OPEN_MAX = 0.6;

    /** Of what words do on the whole: both signs of a word. */
    private static final double WORD_SIGN_MIN = 0.7;

    /** Of what phrases do on the whole: the stronger sign of a phrase. */
    private static final double SUBJECT_MIN = 0.5;

    /** Of the weaker sign of a phrase: it says more than a word, and is rarer. */
    private static final double PHRASE_SIGN_MIN = 0.25;

    private final Corpus corpus;
    private final Evidence evidence;
    private final Grammar grammar;
    private final Parameters parameters;
    private final int[] holders;
    private final long[] holderDiscussions;
    private final int[] largestHolder;

    Selection(Corpus corpus, Evidence evidence, Grammar grammar, Parameters parameters) {
        this.corpus = corpus;
        this.evidence = evidence;
        this.grammar = grammar;
        this.parameters = parameters;
        this.holders = new int[evidence.size()];
        this.holderDiscussions = new long[evidence.size()];
        this.largestHolder = new int[evidence.size()];
    }

    /** A phrase that is a topic. */
    record Found(int at, double termhood) {}

    /** The topics, best first. */
    List<Found> best(List<Entry> entries) {
        boolean[] sound = new boolean[evidence.size()];
        for (int at = 0; at < sound.length; at++) {
            sound[at] = isUsed(at) && isTogether(at) && isNamelike(at);
        }
        for (int at = 0; at < sound.length; at++) {
            if (sound[at]) {
                nest(at);
            }
        }
        OwnUses own = OwnUses.of(corpus, entries, evidence, sound);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < sound.length; at++) {
            if (sound[at] && largestHolder[at] <= INSIDE_MAX * evidence.discussions(at) && isSubject(at, own)) {
                double termhood = termhood(at);
                if (termhood > 0) {
                    found.add(new Found(at, termhood));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Found::termhood).reversed().thenComparing(each -> key(each.at())));
        return found.subList(0, Math.min(parameters.conceptsMax(), found.size()));
    }

    private String key(int at) {
        return Stems.key(Arrays.stream(Phrases.stems(evidence.key(at)))
                .mapToObj(corpus.words()::stem)
                .toList());
    }

    private boolean isUsed(int at) {
        boolean isWord = Phrases.words(evidence.key(at)) == 1;
        return evidence.authors(at) >= parameters.authorsMin()
                && evidence.byOne(at) <= parameters.byOneMax()
                && (!isWord
                        || evidence.discussions(at) <= parameters.shareMax() * corpus.discussions()
                        || corpus.discussions() < 20);
    }

    /** Different neighbours; and of several words normalised pointwise mutual information of their discussions, over the mean of the words. */
    private boolean isTogether(int at) {
        int[] stems = Phrases.stems(evidence.key(at));
        if (evidence.variety(at) < VARIETY_MIN) {
            return false;
        }
        if (stems.length == 1) {
            return true;
        }
        double all = corpus.discussions();
        double together = evidence.discussions(at) / all;
        double apart = 0;
        for (int stem : stems) {
            int word = evidence.position(stem + 1L);
            apart += Math.log(evidence.discussions(word) / all);
        }
        if (together >= 1) {
            return true;
        }
        double normalised = (Math.log(together) - apart) / (-(stems.length - 1) * Math.log(together));
        return normalised >= parameters.togetherMin();
    }

    private boolean isNamelike(int at) {
        int[] stems = Phrases.stems(evidence.key(at));
        if (Arrays.stream(stems).allMatch(this::isProper)
                || Arrays.stream(stems).anyMatch(this::isUnitOrFirm)) {
            return false;
        }
        if (stems.length == 1) {
            return corpus.words().stem(stems[0]).length() >= LETTERS_MIN - 1
                    && grammar.nounness(stems[0]) >= parameters.nounMin()
                    && isHead(stems[0]);
        }
        return Arrays.stream(stems).anyMatch(this::isHead)
                && Arrays.stream(stems).allMatch(stem -> grammar.nounness(stem) >= parameters.nounMin() / 1.5);
    }

    /** Whether people discuss it, and not only mention it: it comes again within a discussion, and subjects name it. */
    private boolean isSubject(int at, OwnUses own) {
        if (own.discussions(at) < parameters.discussionsMin() || own.open(at) > OPEN_MAX) {
            return false;
        }
        boolean isWord = Phrases.words(evidence.key(at)) == 1;
        double weaker = Math.min(own.repeated(at), own.named(at));
        double stronger = Math.max(own.repeated(at), own.named(at));
        return isWord ? weaker >= WORD_SIGN_MIN : weaker >= PHRASE_SIGN_MIN && stronger >= SUBJECT_MIN;
    }

    /** A noun itself, and not what is said of one or what one does. */
    private boolean isHead(int stem) {
        return grammar.headship(stem) >= HEADSHIP_MIN;
    }

    /** Metres, and a customer: neither is something to know about, alone or beside other words. */
    private boolean isUnitOrFirm(int stem) {
        return grammar.counted(stem) > COUNTED_MAX || grammar.hosted(stem) > HOSTED_MAX;
    }

    /** Part of somebody's name, of a place's or of an organisation's. */
    private boolean isProper(int stem) {
        return corpus.isName(corpus.words().stem(stem)) && grammar.capital(stem) >= NAME_CAPITAL_MIN;
    }

    /** Tells the shorter phrases inside of a phrase how often they are in it. */
    private void nest(int at) {
        int[] stems = Phrases.stems(evidence.key(at));
        for (int subset = 1; subset < (1 << stems.length) - 1; subset++) {
            int[] some = new int[stems.length];
            int count = 0;
            for (int bit = 0; bit < stems.length; bit++) {
                if (((subset >> bit) & 1) == 1) {
                    some[count++] = stems[bit];
                }
            }
            int inner = evidence.position(Phrases.key(some, count));
            if (inner >= 0) {
                holders[inner]++;
                holderDiscussions[inner] += evidence.discussions(at);
                largestHolder[inner] = Math.max(largestHolder[inner], evidence.discussions(at));
            }
        }
    }

    private double termhood(int at) {
        double discussions = evidence.discussions(at);
        double inside = holders[at] == 0 ? 0 : (double) holderDiscussions[at] / holders[at];
        double value = Math.max(0, discussions - inside);
        int length = Phrases.words(evidence.key(at));
        return Math.log(1 + length) / Math.log(2) * Math.log1p(value) * Math.max(RESIDUAL_MIN, residual(at));
    }

    private double residual(int at) {
        double all = corpus.discussions();
        double expected = 1 - Math.exp(-evidence.contributions(at) / all);
        return (Math.log(expected) - Math.log(evidence.discussions(at) / all)) / Math.log(2);
    }
}
