package org.passerelle.loop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.loop.LoopLog.Loops;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how needs are met, in figures about groups. */
@Controller
class LoopFigureController {
    private static final int GROUPS_MAX = 200;
    private static final Bilingual METHOD = Bilingual.of(
            in -> LoopController.METHOD.in(in)
                    + (in == Language.FRENCH
                            ? " ; parts avec l'intervalle de Wilson, attentes selon Kaplan et Meier par tirage, les besoins encore"
                                    + " ouverts comptant pour leur attente jusqu'ici"
                            : "; shares with Wilson's interval, waiting by Kaplan and Meier with drawn loops, loops still open censored"));

    private final Snapshots snapshots;
    private final LoopLog log;
    private final HeavyAnswers answers;
    private final TopicCatalogue topics;
    private final GroupFloor floor;
    private final Clock clock;

    LoopFigureController(
            Snapshots snapshots,
            LoopLog log,
            HeavyAnswers answers,
            TopicCatalogue topics,
            GroupFloor floor,
            Clock clock) {
        this.snapshots = snapshots;
        this.log = log;
        this.answers = answers;
        this.topics = topics;
        this.floor = floor;
        this.clock = clock;
    }

    /** What is asked, as far as figures depend on it. */
    record Question(
            Dimension dimension,
            int unitDepth,
            LoopGrouping by,
            Window window,
            BusinessHours hours,
            int floor,
            String stamp) {}

    /** Figures of one question, with what its fields are worked out from. */
    record LoopFigures(
            LoopFigure whole, List<LoopFigure> groups, int groupCount, Provenance provenance, Ground ground) {}

    /** What is behind figures. */
    record Ground(Question question, List<Loop> loops, LoopGround ground) {}

    /** The figures of one group; of what is not shown, nothing but its name. */
    record LoopFigure(
            @Nullable Group group,
            @Nullable String topicId,
            @Nullable String process,
            @Nullable LocalDate month,
            FigureState state,
            @Nullable LoopStatistics figures) {
        LoopFigure suppressed() {
            return new LoopFigure(group, topicId, process, month, FigureState.SUPPRESSED, null);
        }

        String order() {
            String key = group == null ? topicId == null ? process : topicId : group.id();
            return key == null ? String.valueOf(month) : key;
        }
    }

    @QueryMapping
    LoopFigures loopFigures(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument("by") @Nullable LoopGrouping grouping,
            @Argument @Nullable WindowInput window,
            @Argument @Nullable BusinessHoursInput businessHours,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        Loops all = log.loops();
        Question question = new Question(
                dimension,
                unitDepth,
                grouping == null ? LoopGrouping.UNIT : grouping,
                WindowInput.resolve(window, snapshot),
                BusinessHoursInput.resolve(businessHours),
                floor.of(reader),
                all.stamp());
        return answers.answer(
                new HeavyAnswers.Question("loopFigures", snapshot.version(), question),
                LoopFigures.class,
                () -> figures(question, all, snapshot));
    }

    private static LoopFigures figures(Question question, Loops all, NetworkSnapshot snapshot) {
        LoopGround ground = new LoopGround(
                snapshot.chart(),
                question.dimension(),
                question.unitDepth(),
                question.hours().between(all.first(), all.asOf()),
                all.asOf());
        List<Loop> loops = LoopPlaces.within(all.loops(), question.window());
        List<LoopFigure> groups = new ArrayList<>();
        Map<String, List<Loop>> grouped = LoopPlaces.grouped(loops, question.by(), ground);
        List<Map.Entry<String, List<Loop>>> largest = grouped.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Loop>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .limit(GROUPS_MAX)
                .toList();
        largest.forEach(entry -> groups.add(group(entry.getKey(), entry.getValue(), question, ground)));
        if (question.by() == LoopGrouping.MONTH) {
            groups.sort(Comparator.comparing(LoopFigure::order));
        }
        return new LoopFigures(
                figure(new LoopFigure(null, null, null, null, FigureState.NO_DATA, null), loops, question, ground),
                complementary(groups, question),
                grouped.size(),
                provenance(question, all, snapshot),
                new Ground(question, loops, ground));
    }

    private static Provenance provenance(Question question, Loops all, NetworkSnapshot snapshot) {
        return Provenance.of(
                snapshot,
                question.window(),
                METHOD,
                new Parameter("by", question.by().name()),
                new Parameter("dimension", question.dimension().name()),
                new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                new Parameter("businessHours", question.hours().told()),
                new Parameter("staleDays", String.valueOf(LoopTracing.STALE_AFTER.toDays())),
                new Parameter("trendDays", String.valueOf(LoopStatistics.LoopTrend.DAYS)),
                new Parameter("gapDays", String.valueOf(LoopGaps.DAYS)),
                new Parameter("draws", String.valueOf(LoopStatistics.LoopTimes.DRAWN.draws())),
                new Parameter("seed", String.valueOf(LoopStatistics.SEED)),
                new Parameter("asOf", all.asOf().toString()));
    }

    private static LoopFigure group(String key, List<Loop> loops, Question question, LoopGround ground) {
        Chart chart = ground.chart();
        LoopFigure named =
                switch (question.by()) {
                    case UNIT ->
                        new LoopFigure(ground.group(key).orElse(null), null, null, null, FigureState.NO_DATA, null);
                    case COMMUNITY ->
                        new LoopFigure(chart.group(key).orElse(null), null, null, null, FigureState.NO_DATA, null);
                    case TOPIC -> new LoopFigure(null, key, null, null, FigureState.NO_DATA, null);
                    case PROCESS -> new LoopFigure(null, null, key, null, FigureState.NO_DATA, null);
                    case MONTH -> new LoopFigure(null, null, null, LocalDate.parse(key), FigureState.NO_DATA, null);
                };
        return figure(named, loops, question, ground);
    }

    private static LoopFigure figure(LoopFigure named, List<Loop> loops, Question question, LoopGround ground) {
        if (loops.isEmpty()) {
            return named;
        }
        LoopStatistics figures = LoopStatistics.of(loops, ground, question.floor());
        return figures.askers() < question.floor()
                ? named.suppressed()
                : new LoopFigure(
                        named.group(), named.topicId(), named.process(), named.month(), FigureState.SHOWN, figures);
    }

    /** A single group that is withheld could be solved from the whole and the others: the smallest of these goes too. */
    private static List<LoopFigure> complementary(List<LoopFigure> groups, Question question) {
        long withheld = groups.stream()
                .filter(group -> group.state() == FigureState.SUPPRESSED)
                .count();
        boolean solvable = question.by() != LoopGrouping.TOPIC && question.by() != LoopGrouping.PROCESS;
        if (withheld != 1 || !solvable) {
            return groups;
        }
        Optional<LoopFigure> smallest = groups.stream()
                .filter(group -> group.figures() != null)
                .min(Comparator.comparingInt(
                        group -> group.figures() == null ? 0 : group.figures().loops()));
        return groups.stream()
                .map(group -> smallest.isPresent() && group.equals(smallest.get()) ? group.suppressed() : group)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Topic topic(LoopFigure figure, @ContextValue Reader reader) {
        return figure.topicId() == null
                ? null
                : topics.topic(figure.topicId(), Scope.now(reader.personId(), clock.instant()))
                        .orElse(null);
    }
}
