package org.passerelle.adoption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.network.Chart;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * How far people come, month by month and group by group: each counts at the furthest stage of the month and at those
 * before it, over the people of the chart in that month, in the group of their last day in it. Whoever never left a trace
 * is in the denominator.
 *
 * <p>A group of which fewer than a tenth were reached in the whole window has NO_DATA (they may have no account), and so has
 * a month without any contribution. Below the floor figures are SUPPRESSED; the company's figure of a stage goes with them
 * where it would give away what the suppressed groups hold together. READING is NO_DATA: no source tells it.
 *
 * <p>Time O(contributions + days of ties + people x months).
 */
final class Funnels {
    static final int GROUPS_MAX = 500;

    private static final int REACHED_SHARE = 10;
    private static final Set<TieKind> REACHING = EnumSet.complementOf(EnumSet.of(TieKind.DECLARED));
    private static final Set<Visibility> OPEN = Set.of(Visibility.COMPANY, Visibility.COMMUNITY);
    private static final int STAGES = AdoptionStage.values().length;
    /** No trace; stages are their steps. */
    private static final byte NOT_YET = -1;

    private final AdoptionGround ground;
    private final List<YearMonth> months = new ArrayList<>();
    private final byte[][] furthest;
    private final boolean[] alive;

    /** One group's months. */
    record GroupFunnel(Group group, FigureState state, int people, List<FunnelMonth> months) {}

    /** The company's months, and the groups', most people first. */
    record Result(List<FunnelMonth> months, List<GroupFunnel> groups) {}

    private Funnels(AdoptionGround ground) {
        this.ground = ground;
        Window window = ground.question.window();
        for (YearMonth month = YearMonth.from(window.from());
                !month.isAfter(YearMonth.from(window.to()));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        furthest = new byte[months.size()][ground.snapshot.people().size()];
        for (byte[] month : furthest) {
            Arrays.fill(month, NOT_YET);
        }
        alive = new boolean[months.size()];
    }

    static Result compute(AdoptionGround ground) {
        Funnels funnels = new Funnels(ground);
        funnels.markTies();
        funnels.markContributions();
        return funnels.counted();
    }

    private int month(int day) {
        LocalDate date = AdoptionGround.date(day);
        return (date.getYear() - months.getFirst().getYear()) * 12
                + date.getMonthValue()
                - months.getFirst().getMonthValue();
    }

    private void mark(int day, int vertex, AdoptionStage stage) {
        byte[] month = furthest[month(day)];
        month[vertex] = (byte) Math.max(month[vertex], stage.step());
    }

    private void markTies() {
        TieFilter reaching = new TieFilter(ground.question.window(), REACHING, OPEN, ground.question.channels(), 1);
        ground.snapshot.exchanges(reaching, (_, to, day, _, _) -> mark(day, to, AdoptionStage.REACHED));
        TieFilter reacting =
                new TieFilter(ground.question.window(), Set.of(TieKind.REACTED), OPEN, ground.question.channels(), 1);
        ground.snapshot.exchanges(reacting, (from, _, day, _, _) -> {
            alive[month(day)] = true;
            mark(day, from, AdoptionStage.REACTING);
        });
    }

    private void markContributions() {
        int from = ground.question.window().fromEpochDay();
        DatedContributions said = ground.said;
        boolean[][] communities = new boolean[months.size()][said.communityIds().size()];
        for (int row : ground.rows) {
            if (said.day(row) >= from) {
                int month = month(said.day(row));
                alive[month] = true;
                mark(said.day(row), said.person(row), stage(row));
                if (said.community(row) != DatedContributions.NONE) {
                    communities[month][said.community(row)] = true;
                }
            }
        }
        for (int month = 0; month < communities.length; month++) {
            for (int community = 0; community < communities[month].length; community++) {
                if (communities[month][community]) {
                    markMembers(month, said.communityIds().get(community));
                }
            }
        }
    }

    private AdoptionStage stage(int row) {
        if (ground.threads.animates(row)) {
            return AdoptionStage.ANIMATING;
        }
        return ground.threads.begins(row) ? AdoptionStage.POSTING : AdoptionStage.REPLYING;
    }

    /** A community that lives reaches its members. */
    private void markMembers(int month, String communityId) {
        Chart chart = ground.snapshot.chart();
        LocalDate last = months.get(month).atEndOfMonth();
        for (Membership member : chart.members(communityId, last)) {
            ground.snapshot
                    .vertex(member.personId())
                    .ifPresent(vertex -> furthest[month][vertex] =
                            (byte) Math.max(furthest[month][vertex], AdoptionStage.REACHED.step()));
        }
    }

    /** Counts of one group, or of everybody: people, and how many have come at least so far. */
    private static final class Tally {
        private final int[] people;
        private final int[][] atLeast;
        private final BitSet ever = new BitSet();
        private final BitSet reached = new BitSet();

        Tally(int months) {
            people = new int[months];
            atLeast = new int[months][STAGES];
        }

        void add(int month, int vertex, byte furthest) {
            people[month]++;
            ever.set(vertex);
            for (int stage = 0; stage <= furthest; stage++) {
                atLeast[month][stage]++;
            }
            if (furthest != NOT_YET) {
                reached.set(vertex);
            }
        }

        FigureState state(int peopleMin) {
            if (ever.cardinality() < peopleMin) {
                return FigureState.SUPPRESSED;
            }
            return reached.isEmpty() || reached.cardinality() * (long) REACHED_SHARE < ever.cardinality()
                    ? FigureState.NO_DATA
                    : FigureState.SHOWN;
        }
    }

    private Result counted() {
        NetworkSnapshot snapshot = ground.snapshot;
        GroupHistory history = GroupHistory.of(
                snapshot.chart(), ground.question.dimension(), ground.question.unitDepth(), ground.question.window());
        List<Tally> tallies = new ArrayList<>();
        history.groups().forEach(_ -> tallies.add(new Tally(months.size())));
        Tally all = new Tally(months.size());
        for (int month = 0; month < months.size(); month++) {
            for (int vertex = 0; vertex < furthest[month].length; vertex++) {
                int day = lastDayIn(months.get(month), snapshot.person(vertex));
                if (day != Integer.MIN_VALUE && ground.counted[vertex]) {
                    all.add(month, vertex, furthest[month][vertex]);
                    int group = history.groupOn(vertex, day);
                    if (group >= 0) {
                        tallies.get(group).add(month, vertex, furthest[month][vertex]);
                    }
                }
            }
        }
        List<GroupFunnel> groups = new ArrayList<>();
        for (int group = 0; group < tallies.size(); group++) {
            Tally tally = tallies.get(group);
            if (!tally.ever.isEmpty()) {
                FigureState state = tally.state(ground.question.peopleMin());
                groups.add(new GroupFunnel(
                        history.groups().get(group), state, tally.ever.cardinality(), funnel(tally, state)));
            }
        }
        FigureState whole = all.state(ground.question.peopleMin());
        List<FunnelMonth> company = new FunnelTotals(groups, ground.question.peopleMin()).withheld(funnel(all, whole));
        groups.sort(Comparator.comparingInt(GroupFunnel::people).reversed().thenComparing(found -> found.group()
                .id()));
        return new Result(company, groups.subList(0, Math.min(GROUPS_MAX, groups.size())));
    }

    /** The last day of the month on which somebody is there; the least number there is where on none. */
    private static int lastDayIn(YearMonth month, Person person) {
        LocalDate left = person.left();
        LocalDate last = left != null && left.isBefore(month.atEndOfMonth()) ? left : month.atEndOfMonth();
        boolean there = !last.isBefore(month.atDay(1)) && person.presentOn(last);
        return there ? Math.toIntExact(last.toEpochDay()) : Integer.MIN_VALUE;
    }

    private List<FunnelMonth> funnel(Tally tally, FigureState state) {
        List<FunnelMonth> funnel = new ArrayList<>();
        for (int month = 0; month < months.size(); month++) {
            List<StageCount> stages = new ArrayList<>();
            for (AdoptionStage stage : AdoptionStage.values()) {
                stages.add(
                        count(stage, tally.atLeast[month][stage.step()], tally.people[month], stateIn(month, state)));
            }
            funnel.add(new FunnelMonth(months.get(month).atDay(1), complete(month), tally.people[month], stages));
        }
        return funnel;
    }

    private FigureState stateIn(int month, FigureState state) {
        return state == FigureState.SHOWN && !alive[month] ? FigureState.NO_DATA : state;
    }

    private StageCount count(AdoptionStage stage, int atLeast, int people, FigureState state) {
        if (stage == AdoptionStage.READING) {
            return StageCount.without(stage, FigureState.NO_DATA);
        }
        if (state != FigureState.SHOWN) {
            return StageCount.without(stage, state);
        }
        boolean few = people < ground.question.peopleMin()
                || FigureState.ofCount(atLeast, ground.question.peopleMin()) == FigureState.SUPPRESSED;
        return people == 0
                ? StageCount.without(stage, FigureState.NO_DATA)
                : few ? StageCount.without(stage, FigureState.SUPPRESSED) : StageCount.shown(stage, atLeast, people);
    }

    private boolean complete(int month) {
        return months.get(month).atDay(1).toEpochDay() >= ground.firstDay
                && months.get(month).atEndOfMonth().toEpochDay() <= ground.lastDay;
    }
}
