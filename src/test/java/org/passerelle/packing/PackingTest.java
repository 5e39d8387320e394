package org.passerelle.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Appointment;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieList;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;

/** What goes into blocks comes back as it was, number by number. */
class PackingTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
    private static final TieOrigin MAIL = new TieOrigin(TieKind.ADDRESSED, "mail", Visibility.PRIVATE, "mails of 2025");

    @Test
    void numbers_ofEverySize_comeBack() {
        ByteSink sink = new ByteSink();
        long[] numbers = {0, 1, 127, 128, 300, 16_383, 16_384, Integer.MAX_VALUE, 1L << 40};
        for (long number : numbers) {
            sink.number(number);
            sink.signed(number);
            sink.signed(-number);
        }
        sink.real(Math.PI);
        sink.real(-0.0);
        sink.four(-7);
        ByteSource source = new ByteSource(sink.toBytes());
        for (long number : numbers) {
            assertThat(source.number()).isEqualTo(number);
            assertThat(source.signed()).isEqualTo(number);
            assertThat(source.signed()).isEqualTo(-number);
        }
        assertThat(source.real()).isEqualTo(Math.PI);
        assertThat(source.real()).isEqualTo(-0.0);
        assertThat(source.four()).isEqualTo(-7);
        assertThat(source.position()).isEqualTo(sink.toBytes().length);
    }

    @Test
    void number_belowZero_refused() {
        assertThatThrownBy(() -> new ByteSink().number(-1)).hasMessageContaining("-1");
    }

    @Test
    void textsAndDates_missingOrEmpty_areToldApart() {
        ByteSink sink = new ByteSink();
        sink.text(null);
        sink.text("");
        sink.text("Élodie 漢字");
        sink.date(null);
        sink.date(LocalDate.of(1931, 5, 4));
        ByteSource source = new ByteSource(sink.toBytes());
        assertThat(source.optionalText()).isNull();
        assertThat(source.text()).isEmpty();
        assertThat(source.text()).isEqualTo("Élodie 漢字");
        assertThat(source.date()).isNull();
        assertThat(source.date()).isEqualTo(LocalDate.of(1931, 5, 4));
    }

    @Test
    void dayRecords_sharesThatAreNoFraction_comeBackExactly() {
        // 1/3 and 2/7 are fractions of their interactions; .7 of a survey and 1/3 + 1/4 are not.
        float[] shares = {1f / 3, 2f / 7, .7f, 1f / 3 + 1f / 4, 0f, 5f};
        int[] counts = {1, 2, 1, 2, 1, 5};
        int[] days = {-400, 0, 1, 20_000, 20_001, 29_999};
        TieBlock block = new TieBlock();
        block.put(new TieBlock.Key(0, 1, MAIL), DayRecords.of(days, counts, shares));
        Tie read = TieList.of(snapshot(block, people(2))).getFirst();
        assertThat(read.days()).isEqualTo(days);
        assertThat(read.counts()).isEqualTo(counts);
        assertThat(read.shares()).isEqualTo(shares);
    }

    @Test
    void dayRecords_ofAMailToThree_takeFourBytes() {
        // One byte each: how many, the divisor, the interactions; two for a day of this century.
        assertThat(DayRecords.of(new int[] {63}, new int[] {1}, new float[] {1f / 3})
                        .hashCode())
                .isEqualTo(Arrays.hashCode(new byte[] {1, 126, 1, 3}));
    }

    @Test
    void tieBlock_changedAndBackAgain_givesTheSameBytes() {
        TieBlock block = new TieBlock();
        block.put(new TieBlock.Key(5, 9, MAIL), days(1));
        byte[] before = block.bytes();
        TieBlock.Key key = new TieBlock.Key(5, 3, MAIL);
        block.put(key, days(2));
        assertThat(block.bytes()).isNotEqualTo(before);
        assertThat(TieBlock.of(block.bytes()).bytes()).isEqualTo(block.bytes());
        block.put(key, days());
        assertThat(block.bytes()).isEqualTo(before);
        block.put(new TieBlock.Key(5, 9, MAIL), days());
        assertThat(block.isEmpty()).isTrue();
    }

    @Test
    void snapshot_randomTiesInSeveralBlocks_isThatOfTheSameTiesUnpacked() {
        for (long seed = 1; seed <= 20; seed++) {
            Random random = new Random(seed);
            List<Person> people = people(2_500);
            List<Tie> ties = ties(random, people);
            Map<Integer, TieBlock> blocks = new TreeMap<>();
            TieChanges changes = new TieChanges();
            ties.forEach(tie -> changes.add(new TieChanges.Change(
                    tie.fromId(), tie.toId(), tie.origin(), DayRecords.of(tie.days(), tie.counts(), tie.shares()))));
            // Numbers are given as people come, not in the order of their ids.
            Map<String, Integer> numbers = new HashMap<>();
            people.reversed().forEach(person -> numbers.put(person.id(), numbers.size()));
            for (TieChanges.Change change : TieChanges.of(changes.bytes()).changes()) {
                int from = numbers.getOrDefault(change.fromId(), 0);
                blocks.computeIfAbsent(TieBlock.of(from), _ -> new TieBlock())
                        .put(
                                new TieBlock.Key(from, numbers.getOrDefault(change.toId(), 0), change.origin()),
                                change.days());
            }
            NetworkSnapshot packed = snapshot(blocks, people.reversed());
            NetworkSnapshot plain = new NetworkSnapshot("v1", Instant.EPOCH, packed.chart(), ties);
            assertThat(TieList.of(packed)).as("seed %d", seed).isEqualTo(TieList.of(plain));
        }
    }

    @Test
    void people_withEverythingOrNothing_comeBack() {
        Person full = new Person("e1", "Anne", "Engineer", "G5", DAY, DAY.plusDays(9), true);
        PeopleBlock.Entry entry = new PeopleBlock.Entry(
                full,
                List.of(new Membership("e1", "unit:a", DAY, null, .4, false, "head")),
                List.of(new ReportingLine("e1", "e2", null, DAY, ReportingLine.Kind.FUNCTIONAL)));
        PeopleBlock.Entry bare =
                new PeopleBlock.Entry(new Person("e2", "e2", null, null, null, null, false), List.of(), List.of());
        assertThat(PeopleBlock.of(PeopleBlock.bytes(Arrays.asList(entry, null, bare))))
                .containsExactly(entry, null, bare);
    }

    @Test
    void groups_withEverythingOrNothing_comeBack() {
        GroupBlock block = new GroupBlock(
                List.of(
                        new Group("unit:a", "A", Dimension.UNIT, null, true),
                        new Group("community:c", "C", Dimension.COMMUNITY, CommunityKind.WATCH, false)),
                List.of(new GroupPart("unit:a", "unit:b", null, DAY)),
                List.of(
                        new Appointment("e1", "community:c", DAY, null, 2.5),
                        new Appointment("e2", "community:c", null, null, null)));
        assertThat(GroupBlock.of(block.bytes())).isEqualTo(block);
    }

    @Test
    void manifest_text_comesBackOrIsUnknown() {
        Manifest manifest = new Manifest(7, List.of("a", "b"), "g", List.of("t", Manifest.NONE));
        assertThat(Manifest.of(manifest.text())).contains(manifest);
        assertThat(manifest.blocks()).containsExactlyInAnyOrder("a", "b", "g", "t");
        Manifest empty = new Manifest(0, List.of(), "g", List.of());
        assertThat(Manifest.of(empty.text())).contains(empty);
        assertThat(Manifest.of("")).isEmpty();
        assertThat(Manifest.of(manifest.text().replace("snapshot-1", "snapshot-9")))
                .isEmpty();
    }

    private static DayRecords days(int... days) {
        int[] counts = new int[days.length];
        float[] shares = new float[days.length];
        Arrays.fill(counts, 1);
        Arrays.fill(shares, 1);
        return DayRecords.of(days, counts, shares);
    }

    private static List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            people.add(new Person("p%05d".formatted(number), "name", null, null, null, null, false));
        }
        return people;
    }

    private static List<Tie> ties(Random random, List<Person> people) {
        Map<List<Object>, Tie> ties = new HashMap<>();
        for (int number = 0; number < 3_000; number++) {
            int from = random.nextInt(people.size());
            int to = (from + 1 + random.nextInt(people.size() - 1)) % people.size();
            TieOrigin origin = new TieOrigin(
                    random.nextBoolean() ? TieKind.REPLIED : TieKind.ADDRESSED,
                    "channel" + random.nextInt(2),
                    random.nextBoolean() ? Visibility.COMPANY : Visibility.PRIVATE,
                    "source" + random.nextInt(2));
            int[] days = random.ints(1 + random.nextInt(6), 18_000, 20_000)
                    .distinct()
                    .sorted()
                    .toArray();
            int[] counts = random.ints(days.length, 1, 5).toArray();
            float[] shares = new float[days.length];
            for (int day = 0; day < days.length; day++) {
                shares[day] = random.nextBoolean() ? counts[day] / (1f + random.nextInt(20)) : random.nextFloat();
            }
            ties.put(
                    List.of(from, to, origin),
                    new Tie(
                            people.get(from).id(),
                            people.get(to).id(),
                            origin.kind(),
                            origin.channel(),
                            origin.visibility(),
                            origin.source(),
                            days,
                            counts,
                            shares));
        }
        return List.copyOf(ties.values());
    }

    private static NetworkSnapshot snapshot(TieBlock block, List<Person> people) {
        return snapshot(Map.of(0, block), people);
    }

    private static NetworkSnapshot snapshot(Map<Integer, TieBlock> ties, List<Person> people) {
        Map<String, byte[]> bytes = new HashMap<>();
        List<String> peopleNames = new ArrayList<>();
        List<String> tieNames = new ArrayList<>();
        for (int start = 0; start < people.size(); start += TieBlock.PEOPLE) {
            List<PeopleBlock.Entry> entries =
                    people.subList(start, Math.min(start + TieBlock.PEOPLE, people.size())).stream()
                            .map(person -> new PeopleBlock.Entry(person, List.of(), List.of()))
                            .toList();
            peopleNames.add(named(PeopleBlock.bytes(new ArrayList<>(entries)), bytes));
            TieBlock block = ties.get(start / TieBlock.PEOPLE);
            tieNames.add(block == null ? Manifest.NONE : named(block.bytes(), bytes));
        }
        String groups = named(new GroupBlock(List.of(), List.of(), List.of()).bytes(), bytes);
        return Unpacking.snapshot(
                new Manifest(1, peopleNames, groups, tieNames),
                Instant.EPOCH,
                name -> bytes.getOrDefault(name, new byte[0]));
    }

    private static String named(byte[] block, Map<String, byte[]> bytes) {
        bytes.put(Manifest.name(block), block);
        return Manifest.name(block);
    }
}
