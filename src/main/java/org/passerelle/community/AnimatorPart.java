package org.passerelle.community;

import java.util.List;
import org.passerelle.network.Bilingual;

/** A part of an animator's score, as the API shows it. */
record AnimatorPart(Animator animator, int part) {
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
    Bilingual sentence(ShownAct act) {
        int count = act.count();
        boolean one = count == 1;
        return switch (part) {
            case PartCounts.SPARKS ->
                new Bilingual(
                        "After it, " + count + (one ? " exchange" : " exchanges")
                                + " among others followed in its thread within a week.",
                        "Ensuite, " + count + (one ? " échange" : " échanges")
                                + " entre d'autres personnes dans le même fil, en une semaine.");
            case PartCounts.DRAWS ->
                new Bilingual(
                        "Others answered or reacted to it " + (one ? "once." : count + " times."),
                        "Les autres y ont répondu ou réagi " + count + " fois.");
            case PartCounts.WELCOMES ->
                count > 1
                        ? new Bilingual(
                                "Was first to answer a newcomer, who came back on a later day.",
                                "A répondu en premier à un nouveau venu, qui est revenu un autre jour.")
                        : new Bilingual("Was first to answer a newcomer.", "A répondu en premier à un nouveau venu.");
            case PartCounts.RESOLVES ->
                new Bilingual(
                        "It met " + (one ? "a need of somebody else." : count + " needs of others."),
                        one
                                ? "A satisfait le besoin de quelqu'un d'autre."
                                : "A satisfait " + count + " besoins des autres.");
            default ->
                new Bilingual(
                        "After it, people without any earlier tie exchanged: counted " + count
                                + ", each exchange twice across units or trades.",
                        "Ensuite, des personnes qui n'avaient aucun lien ont échangé : compté " + count
                                + ", chaque échange deux fois s'il relie deux unités ou deux métiers.");
        };
    }
}
