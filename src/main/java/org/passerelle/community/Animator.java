package org.passerelle.community;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
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

    public @Nullable Bilingual summary() {
        return named ? Bilingual.of(this::summary) : null;
    }

    private String summary(Language in) {
        boolean more = scored.sparked() > scored.sparkedExpected();
        String contributions = in.number(scored.contributions(), 0);
        String sparked = in.number(scored.sparked(), 0);
        String expected = in.number(scored.sparkedExpected(), 1);
        boolean welcomes = scored.welcomed() > 0;
        if (in == Language.FRENCH) {
            return "Après ses " + contributions + " contributions, les autres ont échangé " + sparked
                    + " fois entre eux ; "
                    + (more
                            ? "ce volume en aurait attiré " + expected
                            : "pas plus que les " + expected + " que ce volume aurait attirés")
                    + (welcomes ? ". A répondu en premier à de nouveaux venus." : ".");
        }
        return "After " + contributions + " contributions others exchanged " + sparked + " times, "
                + (more
                        ? "where that volume would have drawn " + expected
                        : "no more than the " + expected + " that volume would have drawn")
                + (welcomes ? "; was first to answer newcomers." : ".");
    }
}
