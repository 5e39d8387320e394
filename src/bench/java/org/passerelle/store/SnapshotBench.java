package org.passerelle.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.packing.GroupBlock;
import org.passerelle.packing.Manifest;
import org.passerelle.packing.PeopleBlock;
import org.passerelle.packing.TieBlock;
import org.passerelle.packing.TieChanges;

/**
 * Times the way from Neo4j to a graph in memory: fills a home with an invented company unless it is full, then
 * reads its snapshot several times, each by a reader that knows nothing, and follows a small change. Arguments: a
 * home, people, ties.
 */
final class SnapshotBench {
    private static final int TIES_A_BATCH = 5_000;
    private static final int PEOPLE_A_BATCH = 5_000;
    private static final int PEOPLE_A_UNIT = 50;
    private static final int READS = 5;
    /** Above, writing the rows would take half an hour: the blocks that a reader reads are written alone. */
    private static final int ROWS_MAX = 2_000_000;

    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    private SnapshotBench() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Expected a home, people and ties, not " + Arrays.toString(arguments));
        }
        int people = Integer.parseInt(arguments[1]);
        int ties = Integer.parseInt(arguments[2]);
        try (Store store = HomeStore.open(new Home(Path.of(arguments[0])), "load")) {
            GraphSchema.apply(store);
            if (new SnapshotBlocks(store).current().manifest().isEmpty()) {
                if (ties <= ROWS_MAX) {
                    timed("write " + ties + " ties and pack them", () -> fill(store, people, ties));
                } else {
                    timed("write blocks of " + ties + " ties alone", () -> fillBlocks(store, people, ties));
                }
            }
            long before = usedMegabytes();
            NetworkSnapshot snapshot = timed("first read", () -> read(store));
            long after = usedMegabytes();
            System.out.printf(
                    "people %d, ties %d, days of ties %d%n",
                    snapshot.people().size(),
                    snapshot.ties().size(),
                    snapshot.ties().records());
            System.out.printf("memory with the blocks' bytes: %d MB%n", after - before);
            for (int read = 0; read < READS; read++) {
                snapshot = timed("read again", () -> read(store));
            }
            NetworkSnapshot last = snapshot;
            for (int read = 0; read < READS; read++) {
                TieGraph graph = timed("directed graph of all days", () -> last.graph(TieFilter.of(Window.EVER)));
                timed("the same without direction", graph::undirected);
                timed(
                        "directed graph of one quarter",
                        () -> last.graph(TieFilter.of(new Window(START, START.plusDays(90)))));
            }
            if (ties > ROWS_MAX) {
                return;
            }
            timed("write 1,000 ties, fold them in", () -> fill(store, people, 1_000));
            timed("read again", () -> read(store));
            timed("pack everything anew from the rows", () -> {
                new SnapshotWriter(store).rebuild();
                return 0;
            });
        }
    }

    private static NetworkSnapshot read(Store store) {
        return new SnapshotReader(store, Clock.systemUTC()).snapshot();
    }

    private static <T> T timed(String what, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        System.out.printf(Locale.ROOT, "%-40s %8.3f s%n", what, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static int fill(Store store, int people, int ties) {
        GraphWriter writer = new GraphWriter(store);
        SplittableRandom random = new SplittableRandom(ties);
        for (int start = 0; start < people; start += PEOPLE_A_BATCH) {
            writer.write(new Batch(
                    "bench",
                    "people",
                    start,
                    PEOPLE_A_BATCH,
                    Combine.LATEST,
                    List.of(),
                    List.of(),
                    facts(start, Math.min(people, start + PEOPLE_A_BATCH))));
        }
        for (int start = 0; start < ties; start += TIES_A_BATCH) {
            List<Tie> some = new ArrayList<>();
            while (some.size() < Math.min(TIES_A_BATCH, ties - start)) {
                int from = random.nextInt(people);
                int to = random.nextInt(10) < 8
                        ? from / 100 * 100 + random.nextInt(100)
                        : (int) (people * random.nextDouble() * random.nextDouble());
                if (from != to && to < people) {
                    some.add(tie(random, from, to));
                }
            }
            writer.write(new Batch(
                    "bench", "ties " + ties, start, some.size(), Combine.LATEST, List.of(), some, Facts.none()));
        }
        writer.finish("bench");
        return ties;
    }

    private static int fillBlocks(Store store, int people, int ties) {
        SnapshotBlocks blocks = new SnapshotBlocks(store);
        SplittableRandom random = new SplittableRandom(ties);
        List<String> peopleNames = new ArrayList<>();
        List<String> tieNames = new ArrayList<>();
        for (int start = 0; start < people; start += TieBlock.PEOPLE) {
            int until = Math.min(people, start + TieBlock.PEOPLE);
            Facts facts = facts(start, until);
            List<PeopleBlock.@Nullable Entry> entries = new ArrayList<>();
            TieBlock block = new TieBlock();
            for (int number = start; number < until; number++) {
                entries.add(new PeopleBlock.Entry(
                        facts.people().get(number - start),
                        List.of(facts.memberships().get(number - start)),
                        List.of()));
                for (long left = (long) ties * (number + 1) / people - (long) ties * number / people;
                        left > 0;
                        left--) {
                    int to = random.nextInt(10) < 8
                            ? Math.min(people - 1, number / 100 * 100 + random.nextInt(100))
                            : random.nextInt(people);
                    if (to != number) {
                        TieChanges.Change change = TieRow.of(tie(random, number, to), id(number), id(to))
                                .change();
                        block.put(new TieBlock.Key(number, to, change.origin()), change.days());
                    }
                }
            }
            peopleNames.add(written(blocks, PeopleBlock.bytes(entries)));
            tieNames.add(written(blocks, block.bytes()));
        }
        List<Group> all = new ArrayList<>();
        for (int unit = 0; unit <= people / PEOPLE_A_UNIT; unit++) {
            all.add(new Group("unit:u" + unit, "Unit " + unit, Dimension.UNIT, null, true));
        }
        String groups = written(blocks, new GroupBlock(all, List.of(), List.of()).bytes());
        blocks.publish(blocks.current(), new Manifest(1, peopleNames, groups, tieNames), 0);
        return ties;
    }

    private static String written(SnapshotBlocks blocks, byte[] bytes) {
        blocks.write(Map.of(Manifest.name(bytes), bytes));
        return Manifest.name(bytes);
    }

    private static Tie tie(SplittableRandom random, int from, int to) {
        int[] days = random.ints(1 + random.nextInt(4), 0, 365)
                .sorted()
                .distinct()
                .map(day -> (int) START.toEpochDay() + day)
                .toArray();
        int[] counts = new int[days.length];
        float[] shares = new float[days.length];
        for (int day = 0; day < days.length; day++) {
            counts[day] = 1 + random.nextInt(3);
            shares[day] = counts[day] / (1f + random.nextInt(4));
        }
        return new Tie(
                "bench " + id(from),
                "bench " + id(to),
                TieKind.ADDRESSED,
                "mail",
                Visibility.COMPANY,
                "bench",
                days,
                counts,
                shares);
    }

    private static Facts facts(int from, int until) {
        List<Person> people = new ArrayList<>();
        List<Ownership> accounts = new ArrayList<>();
        List<Group> units = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        List<ReportingLine> lines = new ArrayList<>();
        for (int number = from; number < until; number++) {
            String id = id(number);
            String unit = "unit:u" + number / PEOPLE_A_UNIT;
            people.add(new Person(id, "Given Family " + number, "Engineer", null, START, null, true));
            accounts.add(new Ownership(new Account("bench", id, null), id));
            memberships.add(new Membership(id, unit, START, null, 1, true, null));
            if (number % PEOPLE_A_UNIT == 0) {
                units.add(new Group(unit, "Unit " + number / PEOPLE_A_UNIT, Dimension.UNIT, null, true));
            } else {
                lines.add(new ReportingLine(
                        id, id(number / PEOPLE_A_UNIT * PEOPLE_A_UNIT), START, null, ReportingLine.Kind.LINE));
            }
        }
        return new Facts(people, accounts, units, memberships, List.of(), lines, List.of());
    }

    private static String id(int number) {
        return "e%07d".formatted(number);
    }
}
