package org.passerelle.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what changed from one window to another, and where something was tried. */
@Controller
class ComparisonController {
    private static final Bilingual METHOD = new Bilingual(
            "Pairs of people who exchanged, by groups of the day, in two windows; blocks of two "
                    + "weeks dealt anew between the windows; observed over expected from everybody's number of ties "
                    + "(configuration model); Holm for the whole and an initiative's figures, Benjamini-Hochberg for groups "
                    + "and for pairs of groups",
            "Paires de personnes qui ont échangé, par groupes du jour, sur deux périodes\u00a0; blocs de deux semaines redistribués entre "
                    + "les périodes\u00a0; observé sur attendu d’après le nombre de liens de chacun (modèle de configuration)\u00a0; Holm pour "
                    + "l’ensemble et les mesures d’une initiative, Benjamini et Hochberg pour les groupes et les paires de groupes");

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final GroupFloor floor;
    private final Names names;
    private final Initiatives initiatives;

    ComparisonController(
            Snapshots snapshots, HeavyAnswers answers, GroupFloor floor, Names names, Initiatives initiatives) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.floor = floor;
        this.names = names;
        this.initiatives = initiatives;
    }

    @QueryMapping
    WindowComparison compare(
            @Argument @Nullable WindowInput before,
            @Argument @Nullable WindowInput after,
            @Argument @Nullable String initiative,
            @Argument @Nullable Dimension dimension,
            @Argument int unitDepth,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        if (unitDepth < 0 || unitDepth > SimulationController.UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + SimulationController.UNIT_DEPTH_MAX + ", not "
                    + unitDepth + ".");
        }
        NetworkSnapshot snapshot = snapshots.pinned(version);
        Initiative tried = initiative == null ? null : known(initiative);
        if (tried != null && dimension != null && dimension != tried.dimension()) {
            throw new BadUserInput(
                    "The initiative is about groups of " + tried.dimension() + "; leave `dimension` out.");
        }
        List<Window> windows =
                months(windows(before, after, tried, snapshot), tried == null, snapshot, floor.of(reader));
        ComparisonQuestion question = new ComparisonQuestion(
                tried != null ? tried.dimension() : dimension == null ? Dimension.UNIT : dimension,
                unitDepth,
                windows.get(0),
                windows.get(1),
                tried == null ? List.of() : tried.scope(),
                floor.of(reader));
        return answers.answer(
                new HeavyAnswers.Question("compare", snapshot.version(), question),
                WindowComparison.class,
                () -> Comparisons.compute(snapshot, question));
    }

    private Initiative known(String id) {
        return initiatives.all().stream()
                .filter(initiative -> initiative.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no initiative with this id; `initiatives` lists them."));
    }

    /** The two windows asked about; without them those of an initiative, equally long on either side of its first day. */
    private static List<Window> windows(
            @Nullable WindowInput before,
            @Nullable WindowInput after,
            @Nullable Initiative tried,
            NetworkSnapshot snapshot) {
        if (before != null && after != null) {
            return ordered(within(before, "before", snapshot), within(after, "after", snapshot));
        }
        if (tried == null || before != null || after != null) {
            throw new BadUserInput("Give both `before` and `after`, or neither and an `initiative`.");
        }
        Window extent = snapshot.extent();
        LocalDate from = tried.from();
        if (!from.isAfter(extent.from()) || from.isAfter(extent.to())) {
            throw new BadUserInput("The initiative began on " + from + ", the data are from " + extent.from() + " to "
                    + extent.to() + ": there is nothing before it or after it to compare.");
        }
        long days =
                Math.min(ChronoUnit.DAYS.between(extent.from(), from), ChronoUnit.DAYS.between(from, extent.to()) + 1);
        return List.of(new Window(from.minusDays(days), from.minusDays(1)), new Window(from, from.plusDays(days - 1)));
    }

    /**
     * Whole months where few people must not be told of. A month of both windows is the later one's; of an initiative the
     * month in which it began is of neither, and both sides have as many.
     *
     * @param asked whether the windows were asked for, and not an initiative's
     * @param peopleMin as in {@link WindowInput#ofGroups}
     */
    private static List<Window> months(List<Window> windows, boolean asked, NetworkSnapshot snapshot, int peopleMin) {
        if (peopleMin <= 1) {
            return windows;
        }
        List<Window> months = asked
                ? apart(windows.getFirst().wholeMonths(), windows.getLast().wholeMonths())
                : around(windows.getLast().from(), snapshot.extent());
        return months.stream().map(snapshot::withData).toList();
    }

    private static List<Window> apart(Window before, Window after) {
        if (before.to().isBefore(after.from())) {
            return List.of(before, after);
        }
        if (!before.from().isBefore(after.from())) {
            throw new BadUserInput("Figures of groups are told of whole months, and both windows lie in the month of "
                    + after.from() + ": leave a month or more for each.");
        }
        return List.of(new Window(before.from(), after.from().minusDays(1)), after);
    }

    /** As many whole months with data before the month of a day as after it. */
    private static List<Window> around(LocalDate begun, Window extent) {
        YearMonth month = YearMonth.from(begun);
        YearMonth next = begun.getDayOfMonth() == 1 ? month : month.plusMonths(1);
        long number = Math.min(
                ChronoUnit.MONTHS.between(YearMonth.from(extent.from()), month),
                ChronoUnit.MONTHS.between(next, YearMonth.from(extent.to())) + 1);
        if (number < 1) {
            throw new BadUserInput("Figures of groups are told of whole months, and the data from " + extent.from()
                    + " to " + extent.to() + " have none before or none after " + begun + ".");
        }
        return List.of(
                new Window(month.minusMonths(number).atDay(1), month.atDay(1).minusDays(1)),
                new Window(next.atDay(1), next.plusMonths(number - 1).atEndOfMonth()));
    }

    private static Window within(WindowInput input, String name, NetworkSnapshot snapshot) {
        Window window = WindowInput.resolve(input, snapshot);
        Window extent = snapshot.extent();
        if (window.to().isBefore(extent.from()) || window.from().isAfter(extent.to())) {
            throw new BadUserInput("The data are from " + extent.from() + " to " + extent.to() + "; `" + name
                    + "` lies outside (from " + window.from() + ", to " + window.to() + ").");
        }
        return snapshot.withData(window);
    }

    private static List<Window> ordered(Window before, Window after) {
        if (!before.to().isBefore(after.from())) {
            throw new BadUserInput("`before` must end before `after` starts: they are " + before.from() + " to "
                    + before.to() + " and " + after.from() + " to " + after.to() + ".");
        }
        return List.of(before, after);
    }

    @SchemaMapping(typeName = "WindowComparison")
    Window before(WindowComparison comparison) {
        return comparison.question().before();
    }

    @SchemaMapping(typeName = "WindowComparison")
    Window after(WindowComparison comparison) {
        return comparison.question().after();
    }

    @SchemaMapping(typeName = "WindowComparison")
    List<CellChange> cells(WindowComparison comparison, @Argument int first, @Argument CellChange.@Nullable Kind kind) {
        SimulationController.checkFirst(first);
        return comparison.cells().stream()
                .filter(cell -> kind == null || cell.kind() == kind)
                .limit(first)
                .toList();
    }

    @SchemaMapping(typeName = "WindowComparison")
    int cellsCompared(WindowComparison comparison) {
        return comparison.cells().size();
    }

    @SchemaMapping(typeName = "WindowComparison")
    EfficiencyChange crossSiloEfficiency(WindowComparison comparison) {
        return answers.answer(
                new HeavyAnswers.Question("compare.efficiency", comparison.snapshot(), comparison.question()),
                EfficiencyChange.class,
                () -> EfficiencyChanges.compute(snapshots.pinned(comparison.snapshot()), comparison.question()));
    }

    /** All bridges of a question, so that they can be kept as one answer. */
    private record Bridges(List<BridgeChange> bridges) {}

    @SchemaMapping(typeName = "WindowComparison")
    List<BridgeChange> bridges(WindowComparison comparison, @ContextValue Reader reader) {
        return answers
                .answer(
                        new HeavyAnswers.Question("compare.bridges", comparison.snapshot(), comparison.question()),
                        Bridges.class,
                        () -> new Bridges(
                                BridgeChanges.compute(snapshots.pinned(comparison.snapshot()), comparison.question())))
                .bridges()
                .stream()
                .map(bridge -> bridge.shownAs(names.inPosition(bridge.person(), reader)))
                .toList();
    }

    @SchemaMapping(typeName = "WindowComparison")
    Provenance provenance(WindowComparison comparison) {
        ComparisonQuestion question = comparison.question();
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("dimension", question.dimension().name()));
        parameters.add(new Parameter("unitDepth", String.valueOf(question.unitDepth())));
        parameters.add(new Parameter(
                "before", question.before().from() + " to " + question.before().to()));
        parameters.add(new Parameter(
                "after", question.after().from() + " to " + question.after().to()));
        parameters.add(
                new Parameter("scope", question.scope().isEmpty() ? "none" : String.join(", ", question.scope())));
        parameters.add(new Parameter("chart", "of the day of each exchange"));
        parameters.add(new Parameter("deals", comparison.deals() + " of blocks of two weeks, seed 1"));
        return new Provenance(
                comparison.snapshot(),
                METHOD,
                parameters,
                new Window(question.before().from(), question.after().to()));
    }
}
