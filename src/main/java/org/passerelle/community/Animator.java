package org.passerelle.community;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.passerelle.api.Part;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Person;

/** Somebody after whom others exchange, as the API shows it. */
record Animator(
        Person person,
        double score,
        int rank,
        List<Part> parts,
        int contributions,
        boolean appointed,
        boolean significant,
        String summary) {
    static Animator of(Scored scored, Person shown, int rank, boolean appointed) {
        List<Part> parts = IntStream.range(0, scored.parts().size())
                .mapToObj(part -> new Part(
                        AnimatorScores.partNames().get(part), scored.parts().get(part)))
                .toList();
        String summary = String.format(
                Locale.ROOT,
                scored.sparked() > scored.sparkedExpected()
                        ? "After %d contributions others exchanged %d times, where that volume would have drawn %.1f%s."
                        : "After %d contributions others exchanged %d times, no more than the %.1f that volume would "
                                + "have drawn%s.",
                scored.contributions(),
                scored.sparked(),
                scored.sparkedExpected(),
                scored.welcomed() > 0 ? "; was first to answer newcomers" : "");
        return new Animator(
                shown, scored.score(), rank, parts, scored.contributions(), appointed, scored.significant(), summary);
    }
}
