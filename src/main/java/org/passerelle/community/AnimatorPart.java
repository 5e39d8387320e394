package org.passerelle.community;

import java.util.List;
import java.util.Locale;

/** A part of an animator's score, as the API shows it. */
record AnimatorPart(Animator animator, int part) {
    private static final List<String> SENTENCES = List.of(
            "After it, %d exchanges among others followed in its thread within a week.",
            "Others answered or reacted to it %d times.",
            "",
            "It met %d needs of others.",
            "After it, people without any earlier tie exchanged: counted %d, each exchange twice across units or trades.");

    public String name() {
        return AnimatorScores.partNames().get(part);
    }

    public double value() {
        return animator.scored().parts().get(part);
    }

    /** Contributions that support it, those that count most first. */
    List<ShownAct> acts() {
        List<List<ShownAct>> evidence = animator.scored().evidence();
        return animator.named() && part < evidence.size() ? evidence.get(part) : List.of();
    }

    /** What a contribution counts for. */
    String sentence(ShownAct act) {
        if (part == PartCounts.WELCOMES) {
            return act.count() > 1
                    ? "Was first to answer a newcomer, who came back on a later day."
                    : "Was first to answer a newcomer.";
        }
        return String.format(Locale.ROOT, SENTENCES.get(part), act.count());
    }
}
