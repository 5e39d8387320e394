package org.passerelle.loop;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.loop.LoopClosers.Closer;
import org.passerelle.loop.LoopGaps.Gap;
import org.passerelle.loop.LoopLog.Loops;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
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
    private static final int GAPS_MAX = 50;
    private static final int CLOSERS_MAX = 100;
    private static final int HELPED_MAX = 10;
    private static final String METHOD = LoopController.METHOD
            + "; shares with Wilson's interval, waiting by Kaplan and Meier with drawn loops, loops still open censored";

    private final Snapshots snapshots;
    private final LoopLog log;
    private final HeavyAnswers answers;
    private final TopicCatalogue topics;
    private final GroupFloor floor;
    private final Names names;
    private final Clock clock;

    LoopFigureController(
            Snapshots snapshots,
            LoopLog log,
            HeavyAnswers answers,
            TopicCatalogue topics,
            GroupFloor floor,
            Names names,
            Clock clock) {
        this.snapshots = snapshots;
        this.log = log;
        this.answers = answers;
        this.topics = topics;
        this.floor = floor;
        this.names = names;
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
                    case UNIT -> new LoopFigure(side(key, ground), null, null, null, FigureState.NO_DATA, null);
                    case COMMUNITY ->
                        new LoopFigure(chart.group(key).orElse(null), null, null, null, FigureState.NO_DATA, null);
                    case TOPIC -> new LoopFigure(null, key, null, null, FigureState.NO_DATA, null);
                    case PROCESS -> new LoopFigure(null, null, key, null, FigureState.NO_DATA, null);
                    case MONTH -> new LoopFigure(null, null, null, LocalDate.parse(key), FigureState.NO_DATA, null);
                };
        return figure(named, loops, question, ground);
    }

    /** A group of the dimension; the two of BORDER are in no chart. */
    private static @Nullable Group side(String id, LoopGround ground) {
        return ground.chart()
                .group(id)
                .or(() -> ground.chart().groups(ground.dimension()).stream()
                        .filter(group -> group.id().equals(id))
                        .findFirst())
                .orElse(null);
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
                : topics.topic(figure.topicId(), scope(reader)).orElse(null);
    }

    private Scope scope(Reader reader) {
        return Scope.now(reader.personId(), clock.instant());
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
            topics.all(scope(reader)).forEach(topic -> byId.put(topic.id(), topic));
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

    /** Somebody who closes loops, as the reader may see them. */
    record LoopCloser(
            Person person, @Nullable Group group, int loops, int askers, int across, List<LoopClosers.Helped> helped) {}

    @SchemaMapping
    List<LoopCloser> closers(
            LoopFigures figures,
            @Argument("group") @Nullable String groupId,
            @Argument int first,
            @ContextValue Reader reader) {
        if (first < 1 || first > CLOSERS_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + CLOSERS_MAX + ", not " + first + ".");
        }
        Ground behind = figures.ground();
        if (groupId != null && side(groupId, behind.ground()) == null) {
            throw new NotFound("There is no group with the id given in `group`.");
        }
        return LoopClosers.of(behind.loops(), behind.ground()).stream()
                .map(closer -> shown(closer, behind, reader))
                .filter(closer -> groupId == null
                        || (closer.group() != null && closer.group().id().equals(groupId)))
                .limit(first)
                .toList();
    }

    private LoopCloser shown(Closer closer, Ground behind, Reader reader) {
        Person person = behind.ground().chart().person(closer.personId()).orElseThrow();
        Person named = names.inPosition(person, reader);
        boolean known = named.equals(person);
        // Beside a pseudonym, a small group and whom somebody helps would say who it is.
        return new LoopCloser(
                named,
                known ? closer.group() : null,
                closer.loops(),
                closer.askers(),
                closer.across(),
                known ? closer.helped().stream().limit(HELPED_MAX).toList() : List.of());
    }

    /** What closed loops may be worth under assumptions. */
    record LoopValue(
            int loops,
            double hours,
            @Nullable Double cost,
            @Nullable String currency,
            String sentence) {}

    @SchemaMapping
    @Nullable
    LoopValue value(
            LoopFigures figures,
            @Argument @Nullable Double hoursSavedPerLoop,
            @Argument @Nullable Double costPerHour,
            @Argument @Nullable String currency) {
        if ((hoursSavedPerLoop != null && !(hoursSavedPerLoop >= 0)) || (costPerHour != null && !(costPerHour >= 0))) {
            throw new BadUserInput("`hoursSavedPerLoop` and `costPerHour` must not be negative.");
        }
        if (hoursSavedPerLoop == null || figures.whole().state() != FigureState.SHOWN) {
            return null;
        }
        int loops = (int) figures.ground().loops().stream()
                .filter(Loop::isClosedByAnother)
                .count();
        double hours = loops * hoursSavedPerLoop;
        return new LoopValue(
                loops,
                hours,
                costPerHour == null ? null : hours * costPerHour,
                costPerHour == null ? null : currency,
                "An assumption and not a measurement: " + loops + " loops that somebody else closed, times "
                        + hoursSavedPerLoop + " hours each"
                        + (costPerHour == null
                                ? "."
                                : ", times " + costPerHour + (currency == null ? "" : " " + currency) + " an hour."));
    }
}
