package org.passerelle.expert;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.Nearby;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue.Claims;
import org.passerelle.network.Window;
import org.passerelle.network.Workloads;

/**
 * Somebody who knows, as the API shows it.
 *
 * @param ranked what the score is made of
 * @param asked the circumstances of the question
 */
record Expert(Person person, int rank, ExpertSearch.Ranked ranked, Asked asked) {
    private static final int NEARBY_EVIDENCE = 3;
    private static final int NEARBY_TOPICS_MAX = 3;

    double score() {
        return ranked.score();
    }

    List<Hit> hits() {
        return ranked.evidence();
    }

    /** Topics of the question that the person declared, confirmed or added. */
    List<Topic> declared() {
        return asked.claims().claimed().getOrDefault(person.id(), List.of());
    }

    /** Topics near the question of what shows it, where that does not hold the question's words. */
    List<Topic> nearbyTopics() {
        return ranked.parts().nearby() == 0
                ? List.of()
                : hits().stream()
                        .limit(NEARBY_EVIDENCE)
                        .flatMap(hit -> asked.nearby().topics().apply(hit.key()).stream())
                        .distinct()
                        .limit(NEARBY_TOPICS_MAX)
                        .toList();
    }

    /**
     * Who asked, about which days, on which data; what contributions say is read once for all experts shown.
     *
     * @param suggestable who may be named
     * @param nearby what there is on near topics
     */
    record Asked(
            @Nullable String askerId,
            Window window,
            NetworkSnapshot snapshot,
            Outreach outreach,
            Passages passages,
            Predicate<String> suggestable,
            Introductions introductions,
            Supplier<Workloads> workloads,
            Claims claims,
            Nearby nearby) {}
}
