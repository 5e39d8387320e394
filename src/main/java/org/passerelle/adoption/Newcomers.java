package org.passerelle.adoption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.passerelle.measure.KaplanMeier;
import org.passerelle.measure.KaplanMeier.Curve;
import org.passerelle.measure.KaplanMeier.Step;
import org.passerelle.network.Chart;
import org.passerelle.network.DatedContributions;

/**
 * How long those stay who contribute for the first time in the window, by Kaplan and Meier.
 *
 * <p>A newcomer's first contribution is at least {@value #LEAD_IN_DAYS} days after the first one of the data, because in the
 * first weeks of a source everybody seems new. <em>Active</em>: the end is the last contribution before the first silence
 * of {@value #SILENCE_DAYS} days. Whether a silence is one is known {@value #SILENCE_DAYS} days later, so everybody is
 * watched until that many days before the end of the data, or before they left the company, and who began later is not
 * watched at all. <em>Returned</em>: the first contribution on a later day, watched until the end of the data or until they
 * left. Both ends of watching depend on the calendar alone, never on what somebody does.
 */
final class Newcomers {
    static final int LEAD_IN_DAYS = 30;
    static final int SILENCE_DAYS = 90;
    private static final int CURVE_STEP_DAYS = 7;
    private static final int CURVE_DAYS_MAX = 364;
    private static final int[] POINTS = {30, 90, 180};

    private final AdoptionGround ground;
    private final List<Newcomer> newcomers = new ArrayList<>();

    /**
     * One newcomer.
     *
     * @param activeDays days until the last contribution before a silence, or as long as watched; -1 not watched
     * @param lost whether a silence came
     * @param returnDays days until the second day with a contribution, or as long as watched
     */
    record Newcomer(int vertex, int firstDay, int activeDays, boolean lost, int returnDays, boolean returned) {}

    /** Newcomers of one month. */
    record Cohort(LocalDate month, Survival survival) {}

    /**
     * All of it.
     *
     * @param curve share still active, week by week, of everybody
     * @param groups by id of the group on the day of the first contribution
     */
    record Result(Survival all, List<SurvivalPoint> curve, List<Cohort> cohorts, Map<String, Survival> groups) {}

    private Newcomers(AdoptionGround ground) {
        this.ground = ground;
        int earliest = Math.max(ground.question.window().fromEpochDay(), ground.firstDay + LEAD_IN_DAYS);
        List<List<Integer>> days = days(earliest);
        for (int vertex = 0; vertex < days.size(); vertex++) {
            if (!days.get(vertex).isEmpty()) {
                newcomers.add(newcomer(vertex, days.get(vertex)));
            }
        }
    }

    /** Days with contributions of every newcomer, ascending; none of others. */
    private List<List<Integer>> days(int earliest) {
        DatedContributions said = ground.said;
        List<List<Integer>> days = new ArrayList<>();
        for (int vertex = 0; vertex < ground.firstRow.length; vertex++) {
            days.add(new ArrayList<>(0));
        }
        for (int row : ground.rows) {
            int vertex = said.person(row);
            List<Integer> own = days.get(vertex);
            boolean isNew = ground.counted[vertex] && ground.firstDayOf(vertex) >= earliest;
            if (isNew && (own.isEmpty() || own.getLast() != said.day(row))) {
                own.add(said.day(row));
            }
        }
        return days;
    }

    private Newcomer newcomer(int vertex, List<Integer> days) {
        int first = days.getFirst();
        LocalDate left = ground.snapshot.person(vertex).left();
        int end = left == null
                ? ground.lastDay
                : Math.max(first, Math.min(ground.lastDay, Math.toIntExact(left.toEpochDay())));
        int watched = end - SILENCE_DAYS - first;
        int last = first;
        for (int day : days.subList(1, days.size())) {
            if (day - last >= SILENCE_DAYS) {
                break;
            }
            last = day;
        }
        boolean lost = last - first <= watched;
        boolean returned = days.size() > 1;
        return new Newcomer(
                vertex,
                first,
                watched < 0 ? -1 : Math.min(watched, last - first),
                lost,
                returned ? days.get(1) - first : end - first,
                returned);
    }

    static List<Newcomer> of(AdoptionGround ground) {
        return List.copyOf(new Newcomers(ground).newcomers);
    }

    static Result compute(AdoptionGround ground) {
        List<Newcomer> all = of(ground);
        Chart chart = ground.snapshot.chart();
        TreeMap<YearMonth, List<Newcomer>> cohorts = new TreeMap<>();
        TreeMap<String, List<Newcomer>> groups = new TreeMap<>();
        for (Newcomer newcomer : all) {
            LocalDate day = AdoptionGround.date(newcomer.firstDay());
            cohorts.computeIfAbsent(YearMonth.from(day), _ -> new ArrayList<>()).add(newcomer);
            chart.groupOf(
                            ground.snapshot.person(newcomer.vertex()).id(),
                            ground.question.dimension(),
                            day,
                            ground.question.unitDepth())
                    .ifPresent(group -> groups.computeIfAbsent(group.id(), _ -> new ArrayList<>())
                            .add(newcomer));
        }
        int peopleMin = ground.question.peopleMin();
        TreeMap<String, Survival> byGroup = new TreeMap<>();
        groups.forEach((group, some) -> byGroup.put(group, survival(some, peopleMin)));
        return new Result(
                survival(all, peopleMin),
                curve(all, peopleMin),
                cohorts.entrySet().stream()
                        .map(cohort -> new Cohort(cohort.getKey().atDay(1), survival(cohort.getValue(), peopleMin)))
                        .toList(),
                byGroup);
    }

    static Survival survival(List<Newcomer> newcomers, int peopleMin) {
        FigureState state =
                newcomers.isEmpty() ? FigureState.NO_DATA : FigureState.ofCount(newcomers.size(), peopleMin);
        Curve active = activity(newcomers);
        Curve returns = KaplanMeier.compute(
                newcomers.stream().mapToInt(Newcomer::returnDays).toArray(),
                flags(newcomers.stream().map(Newcomer::returned).toList()));
        return new Survival(
                state,
                state == FigureState.SUPPRESSED ? null : newcomers.size(),
                points(active, peopleMin, state, SurvivalPoint::lasting),
                points(returns, peopleMin, state, SurvivalPoint::ended));
    }

    private static Curve activity(List<Newcomer> newcomers) {
        List<Newcomer> watched = newcomers.stream()
                .filter(newcomer -> newcomer.activeDays() >= 0)
                .toList();
        return KaplanMeier.compute(
                watched.stream().mapToInt(Newcomer::activeDays).toArray(),
                flags(watched.stream().map(Newcomer::lost).toList()));
    }

    private static boolean[] flags(List<Boolean> list) {
        boolean[] flags = new boolean[list.size()];
        for (int place = 0; place < flags.length; place++) {
            flags[place] = list.get(place);
        }
        return flags;
    }

    private static List<SurvivalPoint> points(
            Curve curve, int peopleMin, FigureState state, BiFunction<Integer, Step, SurvivalPoint> shown) {
        return IntStream.of(POINTS)
                .mapToObj(day -> point(curve, day, peopleMin, state, shown))
                .toList();
    }

    private static SurvivalPoint point(
            Curve curve, int day, int peopleMin, FigureState state, BiFunction<Integer, Step, SurvivalPoint> shown) {
        if (state != FigureState.SHOWN) {
            return SurvivalPoint.without(day, state);
        }
        if (FigureState.ofCount(curve.people(), peopleMin) == FigureState.SUPPRESSED) {
            return SurvivalPoint.without(day, FigureState.SUPPRESSED);
        }
        return curve.at(day)
                .map(step -> shown.apply(day, step))
                .orElseGet(() -> SurvivalPoint.without(day, FigureState.NO_DATA));
    }

    private static List<SurvivalPoint> curve(List<Newcomer> newcomers, int peopleMin) {
        Curve active = activity(newcomers);
        List<SurvivalPoint> curve = new ArrayList<>();
        if (active.people() < Math.max(1, peopleMin)) {
            return curve;
        }
        for (int day = 0; day <= Math.min(CURVE_DAYS_MAX, active.lastDay()); day += CURVE_STEP_DAYS) {
            curve.add(point(active, day, peopleMin, FigureState.SHOWN, SurvivalPoint::lasting));
        }
        return curve;
    }
}
