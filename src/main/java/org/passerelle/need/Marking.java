package org.passerelle.need;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionMark;

/**
 * What a text says of a need, by French and English patterns over the writer's own words. It judges one text alone:
 * whether it opens a need or closes one is for whoever sees the discussion. A sentence that supposes, denies or asks
 * does not say that something is solved; thanks in advance are none.
 */
public final class Marking {
    /** Moves when the patterns change, so that texts are read again. */
    public static final int VERSION = 2;

    /** What is shorter is no answer: "Good question." */
    private static final int TELLING_WORDS_MIN = 5;

    private static final Pattern SOLVED_SUBJECT =
            Pattern.compile("^\\W*(?:solved|resolved|fixed|resolu|regle|clos)\\b.*", Pattern.CASE_INSENSITIVE);

    private Marking() {}

    /**
     * The marks of a contribution.
     *
     * @param subject what its discussion is called, null for a reply that only repeats it
     * @param text null where it has none
     */
    public static Set<ContributionMark> of(@Nullable String subject, @Nullable String text) {
        Set<ContributionMark> marks = EnumSet.noneOf(ContributionMark.class);
        OwnWords words = OwnWords.of(text == null ? "" : text);
        List<String> title = subject == null ? List.of() : OwnWords.of(subject).sentences();
        needs(title, marks);
        if (needs(words.sentences(), marks)) {
            marks.add(ContributionMark.TELLS);
        }
        if (!title.isEmpty() && SOLVED_SUBJECT.matcher(title.getFirst()).matches()) {
            marks.add(ContributionMark.SOLVED);
        }
        outcomes(words, marks);
        return marks;
    }

    /** Marks needs, and tells whether sentences that ask are there and more that tell. */
    private static boolean needs(List<String> sentences, Set<ContributionMark> marks) {
        int asking = 0;
        int telling = 0;
        for (String sentence : sentences) {
            boolean asks = NeedWords.asks(sentence);
            boolean isQuestion = NeedWords.isQuestion(sentence);
            if (asks) {
                marks.add(ContributionMark.QUESTION);
            }
            if (isQuestion) {
                marks.add(ContributionMark.ASKS);
            }
            if (NeedWords.tellsProblem(sentence)) {
                marks.add(ContributionMark.PROBLEM);
            }
            if (NeedWords.suggests(sentence)) {
                marks.add(ContributionMark.IDEA);
            }
            if (asks || isQuestion) {
                asking++;
            } else if (sentence.split(" ", -1).length >= TELLING_WORDS_MIN) {
                telling++;
            }
        }
        return asking > 0 && telling > asking;
    }

    private static void outcomes(OwnWords words, Set<ContributionMark> marks) {
        for (String sentence : words.sentences()) {
            if (OutcomeWords.thanks(sentence)) {
                marks.add(ContributionMark.THANKS);
            }
            if (OutcomeWords.isUnsolved(sentence)) {
                marks.add(ContributionMark.UNSOLVED);
            } else if (NeedWords.tellsProblem(sentence)) {
                // What works in one place and then fails in another is not solved.
                marks.remove(ContributionMark.SOLVED);
            } else if (OutcomeWords.isSolved(sentence)) {
                marks.add(ContributionMark.SOLVED);
            }
            if (OutcomeWords.namesWorkItem(sentence)) {
                marks.add(ContributionMark.WORK_ITEM);
            }
        }
        // A line of regards says thanks where it is all that was said, or where it names what it thanks for.
        boolean alone = words.sentences().isEmpty() && OutcomeWords.thanks(words.closing());
        if (alone || OutcomeWords.thanksInClosing(words.closing())) {
            marks.add(ContributionMark.THANKS);
        }
    }
}
