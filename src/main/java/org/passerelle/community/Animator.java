package org.passerelle.community;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Person;

/**
 * Somebody after whom others exchange, as the API shows it. What would undo a pseudonym is null for whoever is shown under
 * one.
 *
 * @param named whether the reader sees who it is
 */
record Animator(Community community, Life life, Scored scored, Person person, int rank, boolean named) {
    public double score() {
        return scored.score();
    }

    public boolean significant() {
        return scored.significant();
    }

    public List<AnimatorPart> parts() {
        return IntStream.range(0, scored.parts().size())
                .mapToObj(part -> new AnimatorPart(this, part))
                .toList();
    }

    public @Nullable Integer contributions() {
        return named ? scored.contributions() : null;
    }

    public @Nullable Boolean appointed() {
        return named ? life.appointed().contains(scored.personId()) : null;
    }

    public @Nullable Persona persona() {
        return named ? life.personas().get(scored.personId()) : null;
    }

    public @Nullable Double beforeRank() {
        return named ? scored.beforeRank() : null;
    }

    public @Nullable Boolean newcomer() {
        return named ? Standing.newcomer(scored.personId(), life, community) : null;
    }

    public @Nullable Boolean external() {
        return named ? Standing.external(scored.personId(), community) : null;
    }

    public @Nullable String summary() {
        if (!named) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                scored.sparked() > scored.sparkedExpected()
                        ? "After %d contributions others exchanged %d times, where that volume would have drawn %.1f%s."
                        : "After %d contributions others exchanged %d times, no more than the %.1f that volume would "
                                + "have drawn%s.",
                scored.contributions(),
                scored.sparked(),
                scored.sparkedExpected(),
                scored.welcomed() > 0 ? "; was first to answer newcomers" : "");
    }
}
