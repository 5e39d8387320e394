package org.passerelle.expert;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Topic;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers why an expert has a place in the order, and how far from the asker that person works. */
@Controller
class ExpertPlaceController {
    private static final List<Dimension> SILOS =
            List.of(Dimension.UNIT, Dimension.TRADE, Dimension.SITE, Dimension.COMPANY);

    @SchemaMapping
    List<Topic> declared(Expert expert) {
        return expert.declared();
    }

    @SchemaMapping
    List<Topic> nearbyTopics(Expert expert) {
        return expert.nearbyTopics();
    }

    /** What an expert's place comes from, each in [0, 1]. */
    record Parts(
            double text,
            double recognition,
            double recency,
            double answering,
            double focus,
            double familiarity,
            double nearby,
            double reach) {}

    @SchemaMapping
    double score(Expert expert) {
        return expert.score();
    }

    @SchemaMapping
    Parts parts(Expert expert) {
        ExpertSearch.Parts parts = expert.ranked().parts();
        return new Parts(
                parts.text(),
                parts.recognition(),
                parts.recency(),
                parts.answering(),
                parts.focus(),
                parts.familiarity(),
                parts.nearby(),
                expert.asked().outreach().reach(expert.person().id()));
    }

    @SchemaMapping
    List<Group> silos(Expert expert) {
        Expert.Asked asked = expert.asked();
        if (asked.askerId() == null) {
            return List.of();
        }
        String asker = asked.askerId();
        Chart chart = asked.snapshot().chart();
        LocalDate day = asked.window().to();
        return SILOS.stream()
                .map(dimension -> chart.groupOf(expert.person().id(), dimension, day, 0)
                        .filter(group -> chart.memberships(asker, day).stream()
                                .noneMatch(membership -> membership.groupId().equals(group.id()))))
                .flatMap(Optional::stream)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Integer distance(Expert expert) {
        Expert.Asked asked = expert.asked();
        if (asked.askerId() == null) {
            return null;
        }
        return asked.snapshot()
                .chart()
                .siloDistance(
                        asked.askerId(),
                        expert.person().id(),
                        Dimension.UNIT,
                        asked.window().to())
                .filter(steps -> steps != Integer.MAX_VALUE)
                .orElse(null);
    }
}
