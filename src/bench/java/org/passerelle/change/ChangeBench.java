package org.passerelle.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.passerelle.network.Chart;
import org.passerelle.network.DatedTies;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.SharedOrganisations;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * How long {@code simulate} and {@code compare} take and what they say: of an institution, of a company whose teams are
 * the people of one manager, and of an invented company. Arguments: {@code email_eu_core}, {@code manufacturing}, or
 * numbers of people and of ties.
 */
public final class ChangeBench {
    private ChangeBench() {}

    /** Prints one line for each question: the first time and the best of three more. */
    public static void main(String[] arguments) {
        NetworkSnapshot snapshot =
                switch (arguments[0]) {
                    case "email_eu_core" -> SharedOrganisations.emailEuCore();
                    case "manufacturing" -> byManager(SharedOrganisations.manufacturing());
                    default -> invented(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
                };
        Window extent = snapshot.extent();
        System.out.printf("%d people, days %s to %s%n", snapshot.people().size(), extent.from(), extent.to());
        SimulationGround ground = timed("ground", () -> SimulationGround.of(snapshot, Dimension.UNIT, 0, extent));
        SimulationQuestion none = new SimulationQuestion(
                Dimension.UNIT,
                0,
                extent,
                List.of(new Alteration.Meeting(
                        snapshot.person(0).id(), snapshot.person(1).id())),
                1);
        String first = busiest(ground, none);
        SimulationQuestion question =
                new SimulationQuestion(Dimension.UNIT, 0, extent, List.of(new Alteration.Leaving(List.of(first))), 1);
        Simulation simulation = timed("simulate, ground known", () -> Simulations.compute(ground, question));
        System.out.printf(
                "  E-I %.4f to %.4f; efficiency %.5f to %.5f, difference %.6f (standard error %s, sources %d); cut off %d%n",
                simulation.externalInternal().before(),
                simulation.externalInternal().after(),
                simulation.crossSiloEfficiency().before(),
                simulation.crossSiloEfficiency().after(),
                simulation.crossSiloEfficiency().difference(),
                simulation.crossSiloEfficiency().standardError(),
                simulation.sources(),
                simulation.fragments().cutOff().size());
        List<LoadShift> loads = timed("loads", () -> Loads.compute(ground, question));
        loads.stream()
                .limit(2)
                .forEach(shift -> System.out.println("  " + shift.summary().english()));
        LocalDate middle = extent.from().plusDays((extent.to().toEpochDay() - extent.fromEpochDay()) / 2);
        ComparisonQuestion halves = new ComparisonQuestion(
                Dimension.UNIT,
                0,
                new Window(extent.from(), middle.minusDays(1)),
                new Window(middle, extent.to()),
                List.of(),
                1);
        WindowComparison comparison = timed("compare", () -> Comparisons.compute(snapshot, halves));
        System.out.printf(
                "  %d deals, %d and %d weeks, %d pairs of groups%n  %s%n  %s%n",
                comparison.deals(),
                comparison.weeksBefore(),
                comparison.weeksAfter(),
                comparison.cells().size(),
                comparison.activity().summary().english(),
                comparison.summary().english());
        EfficiencyChange near = timed("compare, efficiency", () -> EfficiencyChanges.compute(snapshot, halves));
        System.out.println("  " + near.whole().summary().english() + " deals " + near.deals());
        List<BridgeChange> bridges = timed("compare, bridges", () -> BridgeChanges.compute(snapshot, halves));
        System.out.println("  bridges that came or went: " + bridges.size());
    }

    /** Whoever has most contacts. */
    private static String busiest(SimulationGround ground, SimulationQuestion none) {
        Simulations.compute(ground, none);
        int best = 0;
        for (int vertex = 0; vertex < ground.graph().people(); vertex++) {
            best = ground.graph().degree(vertex) > ground.graph().degree(best) ? vertex : best;
        }
        return ground.snapshot().person(best).id();
    }

    private static <A> A timed(String what, Supplier<A> work) {
        long start = System.nanoTime();
        A answer = work.get();
        double first = (System.nanoTime() - start) / 1e9;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            start = System.nanoTime();
            answer = work.get();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf("%s: %.3f s first, %.3f s then%n", what, first, best);
        return answer;
    }

    private static NetworkSnapshot byManager(NetworkSnapshot snapshot) {
        TreeMap<String, Group> groups = new TreeMap<>();
        List<Membership> memberships = new ArrayList<>();
        for (Person person : snapshot.people()) {
            for (ReportingLine line : snapshot.chart().linesEver(person.id())) {
                String team = "unit:" + line.managerId();
                groups.put(team, new Group(team, "Team of " + line.managerId(), Dimension.UNIT, null, true));
                memberships.add(new Membership(person.id(), team, null, null, 1, true, null));
            }
        }
        Chart chart = new Chart(
                snapshot.people(), List.copyOf(groups.values()), memberships, List.of(), List.of(), List.of());
        return new NetworkSnapshot(snapshot.version(), snapshot.takenAt(), chart, snapshot.ties());
    }

    /** 100 units in which 4 of 5 ties stay, three days of exchange a tie over two years. */
    private static NetworkSnapshot invented(int people, int ties) {
        SplittableRandom random = new SplittableRandom(1);
        int units = 100;
        List<Person> everybody = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            groups.add(new Group("unit:" + (100 + unit), "Unit " + unit, Dimension.UNIT, null, true));
        }
        for (int person = 0; person < people; person++) {
            String id = String.format(java.util.Locale.ROOT, "p%07d", person);
            everybody.add(new Person(id, id, null, null, null, null, false));
            memberships.add(new Membership(id, groups.get(person % units).id(), null, null, 1, true, null));
        }
        DatedTies.Builder builder = new DatedTies.Builder(ties, 3 * ties);
        int origin = builder.origin(new TieOrigin(TieKind.ADDRESSED, "mail", Visibility.COMPANY, "invented"));
        int start = Math.toIntExact(LocalDate.of(2024, 1, 1).toEpochDay());
        for (int tie = 0; tie < ties; tie++) {
            int from = random.nextInt(people);
            int to = random.nextInt(5) > 0
                    ? (from + units * (1 + random.nextInt(people / units - 1))) % people
                    : (from + 1 + random.nextInt(people - 1)) % people;
            builder.tie(from, to, origin);
            int[] days = {random.nextInt(700), random.nextInt(700), random.nextInt(700)};
            Arrays.sort(days);
            for (int day = 0; day < days.length; day++) {
                if (day == 0 || days[day] > days[day - 1]) {
                    builder.record(start + days[day], 1, 1);
                }
            }
        }
        Chart chart = new Chart(everybody, groups, memberships, List.of(), List.of(), List.of());
        return new NetworkSnapshot("invented", Instant.EPOCH, chart, builder.build(people));
    }
}
