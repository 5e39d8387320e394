package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieList;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** The packed snapshot follows every change and stays what packing everything anew would give. */
class PackedSnapshotIT {
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final long SEED = 20250303;

    @Test
    void snapshot_afterManyChanges_equalsOnePackedFromAllRows() {
        Store store = TestStores.scratch();
        Random random = new Random(SEED);
        GraphWriter writer = new GraphWriter(store);
        for (int load = 0; load < 12; load++) {
            for (int batch = random.nextInt(3); batch >= 0; batch--) {
                writer.write(change(random, load * 10 + batch));
            }
            writer.finish("mails");
            NetworkSnapshot followed = snapshot(store);
            assertThat(StoreVerification.faults(store))
                    .as("seed %d, load %d", SEED, load)
                    .isEmpty();
            if (load % 4 == 3) {
                new SnapshotWriter(store).rebuild();
                assertSame(followed, snapshot(store));
            }
        }
        assertThat(TieList.of(snapshot(store))).hasSizeGreaterThan(50);
    }

    @Test
    void snapshot_betweenWriteAndFinish_isTheOneBefore() {
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        writer.write(batch("1", Facts.none(), List.of(mail("1", 0, "ann", "bob"))));
        writer.finish("mails");
        NetworkSnapshot before = snapshot(store);
        writer.write(batch("2", Facts.none(), List.of(mail("2", 1, "ann", "cid"))));
        assertThat(snapshot(store).version()).isEqualTo(before.version());
        assertSame(before, snapshot(store));
        assertThat(StoreVerification.faults(store)).anyMatch(fault -> fault.contains("wait for the snapshot"));
        writer.finish("mails");
        assertThat(snapshot(store).people()).hasSize(3);
        assertThat(snapshot(store).version()).isNotEqualTo(before.version());
        assertThat(StoreVerification.faults(store)).isEmpty();
    }

    @Test
    void snapshot_ofAGraphWithoutBlocks_isPackedWhenFirstAskedFor() {
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        writer.write(batch("1", Facts.none(), List.of(mail("1", 0, "ann", "bob"), mail("2", 3, "bob", "ann"))));
        writer.finish("mails");
        NetworkSnapshot before = snapshot(store);
        store.write("load/manifest", Map.of("before", current(store), "manifest", "of another program", "version", 5));
        NetworkSnapshot after = snapshot(store);
        assertThat(after.version()).isEqualTo("v5");
        assertSame(before, after);
    }

    @Test
    void change_ofOnePerson_rewritesHerBlocksOnly() {
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        List<Contribution> mails = new ArrayList<>();
        for (int person = 0; person < 2_300; person++) {
            mails.add(mail("m" + person, 0, "p" + person, "p" + (person + 1)));
        }
        writer.write(batch("1", Facts.none(), mails));
        writer.finish("mails");
        List<String> before = names(store);
        writer.write(batch("2", Facts.none(), List.of(mail("again", 5, "p7", "p8"))));
        writer.finish("mails");
        List<String> after = names(store);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(name -> !before.contains(name))).hasSize(1);
        assertThat(snapshot(store)
                        .graph(TieFilter.of(new Window(LocalDate.of(2025, 3, 8), LocalDate.of(2025, 3, 8))))
                        .ties())
                .isEqualTo(1);
    }

    private static String current(Store store) {
        return new SnapshotBlocks(store).current().manifest();
    }

    private static List<String> names(Store store) {
        return store.read("read/block-names", Map.of(), row -> row.get("name").asString());
    }

    private static NetworkSnapshot snapshot(Store store) {
        return new SnapshotReader(store, Clock.systemUTC()).snapshot();
    }

    private static void assertSame(NetworkSnapshot one, NetworkSnapshot other) {
        assertThat(other.people()).isEqualTo(one.people());
        assertThat(TieList.of(other)).isEqualTo(TieList.of(one));
        assertThat(other.chart().partsEver()).isEqualTo(one.chart().partsEver());
        assertThat(other.chart().groups(Dimension.UNIT)).isEqualTo(one.chart().groups(Dimension.UNIT));
        for (Person person : one.people()) {
            assertThat(other.chart().membershipsEver(person.id()))
                    .containsExactlyInAnyOrderElementsOf(one.chart().membershipsEver(person.id()));
            assertThat(other.chart().linesEver(person.id()))
                    .containsExactlyInAnyOrderElementsOf(one.chart().linesEver(person.id()));
        }
    }

    /** New mails and new versions of old ones, people who come, move and get accounts, names that make two one. */
    private static Batch change(Random random, int number) {
        List<Contribution> mails = new ArrayList<>();
        for (int mail = 0; mail < 15; mail++) {
            mails.add(mail(
                    "m" + random.nextInt(60),
                    number * 7L + random.nextInt(40),
                    "p" + random.nextInt(40),
                    "p" + random.nextInt(40)));
        }
        String id = "e" + random.nextInt(6);
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(90));
        List<Ownership> owned =
                random.nextInt(3) == 0 ? List.of(new Ownership(account("p" + random.nextInt(20)), id)) : List.of();
        Facts facts = random.nextInt(4) == 0
                ? Facts.none()
                : new Facts(
                        List.of(
                                new Person(id, "Name " + random.nextInt(3), null, null, day, null, true),
                                new Person("e6", "Boss", null, null, null, null, true)),
                        owned,
                        List.of(
                                new Group("unit:a", "A" + random.nextInt(2), Dimension.UNIT, null, true),
                                new Group("unit:b", "B", Dimension.UNIT, null, true)),
                        List.of(new Membership(
                                id, random.nextBoolean() ? "unit:a" : "unit:b", day, null, 1, true, null)),
                        List.of(new GroupPart("unit:a", "unit:b", null, null)),
                        List.of(new ReportingLine(id, "e6", day, null, ReportingLine.Kind.LINE)),
                        List.of());
        return batch(String.valueOf(number), facts, mails);
    }

    private static Batch batch(String digest, Facts facts, List<Contribution> mails) {
        return new Batch("mails", digest, 0, mails.size(), Combine.LATEST, mails, List.of(), facts);
    }

    private static Account account(String name) {
        return new Account(Identity.ADDRESS_SOURCE, name, "Given " + name.replaceAll("1[0-9]", "same"));
    }

    private static Contribution mail(String id, long day, String by, String to) {
        return new Contribution(
                "mails",
                id,
                START.plusSeconds(86_400 * day),
                ContributionKind.MESSAGE,
                "mail",
                Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                null,
                account(by),
                List.of(account(to)),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }
}
