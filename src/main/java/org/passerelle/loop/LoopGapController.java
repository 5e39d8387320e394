package org.passerelle.loop;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.loop.LoopFigureController.Ground;
import org.passerelle.loop.LoopFigureController.LoopFigures;
import org.passerelle.loop.LoopGaps.Gap;
import org.passerelle.measure.Estimate;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers of which subjects needs stay unanswered. */
@Controller
class LoopGapController {
    private static final int GAPS_MAX = 50;

    private final TopicCatalogue topics;
    private final Clock clock;

    LoopGapController(TopicCatalogue topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /** A subject whose needs stay unanswered, as shown. */
    record LoopGap(
            @Nullable Topic topic,
            @Nullable String process,
            FigureState state,
            @Nullable Integer needs,
            @Nullable Integer unanswered,
            @Nullable Double expected,
            @Nullable Estimate share,
            @Nullable Double timesUsual,
            @Nullable Boolean recurrent) {}

    @SchemaMapping
    List<LoopGap> gaps(LoopFigures figures, @Argument("by") LoopGrouping subject, @ContextValue Reader reader) {
        if (subject != LoopGrouping.TOPIC && subject != LoopGrouping.PROCESS) {
            throw new BadUserInput("Gaps are found by TOPIC or by PROCESS, not by " + subject + ".");
        }
        Ground behind = figures.ground();
        Map<String, List<Loop>> grouped = LoopPlaces.grouped(behind.loops(), subject, behind.ground());
        Map<String, Topic> byId = new HashMap<>();
        if (subject == LoopGrouping.TOPIC) {
            topics.all(Scope.now(reader.personId(), clock.instant())).forEach(topic -> byId.put(topic.id(), topic));
            grouped.keySet().retainAll(byId.keySet());
        }
        return LoopGaps.of(grouped, behind.ground().asOf()).stream()
                .limit(GAPS_MAX)
                .map(gap -> shown(
                        gap,
                        byId.get(gap.key()),
                        subject == LoopGrouping.PROCESS ? gap.key() : null,
                        behind.question().floor()))
                .toList();
    }

    private static LoopGap shown(Gap gap, @Nullable Topic topic, @Nullable String process, int floor) {
        return gap.askers() < floor
                ? new LoopGap(topic, process, FigureState.SUPPRESSED, null, null, null, null, null, null)
                : new LoopGap(
                        topic,
                        process,
                        FigureState.SHOWN,
                        gap.needs(),
                        gap.unanswered(),
                        gap.expected(),
                        gap.share(),
                        gap.timesUsual(),
                        gap.recurrent());
    }
}
