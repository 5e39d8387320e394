package org.passerelle.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Summary;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.demonstration.WrittenFiles.Row;
import org.passerelle.demonstration.WrittenFiles.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InventedOrganisationTest {
    @TempDir
    Path directory;

    private Path written(String name, int people, long seed, Switches switches) throws IOException {
        Path place = directory.resolve(name);
        InventedOrganisation.generate(new Parameters(people, seed, switches), place);
        return place;
    }

    private static Map<String, String> digests(Path place) throws IOException, NoSuchAlgorithmException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(place.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return digests;
    }

    @Test
    void generate_sameSeed_givesTheSameBytes() throws Exception {
        Map<String, String> once = digests(written("once", 100, 7, Switches.all()));
        assertThat(once).isEqualTo(digests(written("again", 100, 7, Switches.all())));
        assertThat(once.keySet())
                .containsExactly(
                        "contributions.jsonl",
                        "contributions.yml",
                        "organisation/appointments.csv",
                        "organisation/groups.csv",
                        "organisation/memberships.csv",
                        "organisation/people.csv",
                        "organisation/reporting.csv",
                        "truth.json");
    }

    @Test
    void generate_anotherSeed_givesAnotherCompany() throws Exception {
        Map<String, String> one = digests(written("one", 100, 7, Switches.all()));
        Map<String, String> other = digests(written("other", 100, 8, Switches.all()));
        for (String file : List.of("contributions.jsonl", "organisation/people.csv", "truth.json")) {
            assertThat(one.get(file)).isNotEqualTo(other.get(file));
        }
    }

    @Test
    void generate_onePatternOff_leavesTheOtherTruthsAlone() throws IOException {
        JsonNode whole = truth(written("whole", 60, 3, Switches.all()));
        for (Pattern pattern : Pattern.values()) {
            JsonNode less = truth(written("less", 60, 3, Switches.all().without(pattern)));
            assertThat(less.get("planted").toString()).doesNotContain(pattern.name());
            Set<String> names = new HashSet<>(less.propertyNames());
            assertThat(names)
                    .as(pattern.name())
                    .hasSizeLessThan(whole.propertyNames().size());
            names.remove("planted");
            for (String name : names) {
                assertThat(less.get(name)).as("%s without %s", name, pattern).isEqualTo(whole.get(name));
            }
        }
    }

    private static JsonNode truth(Path place) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(place.resolve("truth.json")));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 400, 2000})
    void generate_anySize_hasAbout62ContributionsAHead(int people) throws IOException {
        Summary summary = InventedOrganisation.generate(new Parameters(people, 5, Switches.all()), directory);
        assertThat(summary.people()).isEqualTo(people);
        assertThat(summary.outsiders()).isBetween(8, people / 6 + 8);
        assertThat(summary.contributions() / (double) people).isBetween(50.0, 85.0);
        try (Stream<String> lines = Files.lines(directory.resolve("contributions.jsonl"))) {
            assertThat(lines.count()).isEqualTo(summary.contributions());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 59, 100_001})
    void parameters_impossibleSize_areRefused(int people) {
        assertThatThrownBy(() -> new Parameters(people, 1, Switches.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(people));
    }

    @Test
    void chart_everyReference_resolves() throws IOException {
        WrittenFiles files = new WrittenFiles(written("chart", 120, 4, Switches.all()));
        Set<String> people = ids(files.people);
        Set<String> groups = ids(files.groups);
        assertThat(people).hasSize(files.people.size());
        assertThat(groups).hasSize(files.groups.size());
        assertThat(people).containsAll(column(files.memberships, "person"));
        assertThat(groups).containsAll(column(files.memberships, "group"));
        assertThat(people)
                .containsAll(column(files.reporting, "person"))
                .containsAll(column(files.reporting, "manager"));
        assertThat(people).containsAll(column(files.appointments, "person"));
        assertThat(groups).containsAll(column(files.appointments, "community"));
        List<String> wholes = column(files.groups, "part_of");
        wholes.removeIf(String::isEmpty);
        assertThat(groups).containsAll(wholes);
        List<String> addresses = new ArrayList<>();
        files.people.forEach(
                person -> addresses.addAll(List.of(person.get("addresses").split(";", -1))));
        assertThat(addresses)
                .doesNotHaveDuplicates()
                .allMatch(address -> address.matches("[a-z.-]+@[a-z.-]+\\.example"));
    }

    @Test
    void chart_groups_areTheOnesPromised() throws IOException {
        WrittenFiles files = new WrittenFiles(written("groups", 60, 4, Switches.all()));
        Map<String, Integer> counts = new HashMap<>();
        files.groups.forEach(group -> counts.merge(group.get("dimension"), 1, Integer::sum));
        // The root, the executive office, 5 divisions and 12 units.
        assertThat(counts).containsEntry("UNIT", 19).containsEntry("TRADE", 8).containsEntry("SITE", 3);
        assertThat(counts).containsEntry("COMMUNITY", 18).containsEntry("COMPANY", 9);
        assertThat(column(files.groups, "kind")).contains("PRACTICE", "WATCH", "TEAM", "PROJECT");
    }

    @Test
    void reporting_onEveryDay_isATreeOfFourOrFiveLevels() throws IOException {
        WrittenFiles files = new WrittenFiles(written("tree", 400, 2, Switches.all()));
        for (LocalDate day : List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))) {
            Map<String, String> managers = new HashMap<>();
            for (Row line : files.reporting) {
                if (line.get("kind").equals("LINE") && holds(line, day)) {
                    assertThat(managers.put(line.get("person"), line.get("manager")))
                            .isNull();
                }
            }
            Set<String> roots = new HashSet<>();
            int deepest = 0;
            for (String person : managers.keySet()) {
                String at = person;
                int steps = 1;
                while (managers.containsKey(at) && steps < 10) {
                    at = managers.get(at);
                    steps++;
                }
                roots.add(at);
                deepest = Math.max(deepest, steps);
            }
            assertThat(roots).hasSize(1);
            assertThat(deepest).isBetween(4, 5);
        }
        assertThat(column(files.reporting, "kind")).contains("FUNCTIONAL");
    }

    private static boolean holds(Row row, LocalDate day) {
        return (row.get("from").isEmpty() || !day.isBefore(LocalDate.parse(row.get("from"))))
                && (row.get("until").isEmpty() || !day.isAfter(LocalDate.parse(row.get("until"))));
    }

    @Test
    void contributions_everyReference_comesEarlierAndInTheSameThread() throws IOException {
        WrittenFiles files = new WrittenFiles(written("order", 120, 4, Switches.all()));
        Set<String> seen = new HashSet<>();
        List<Said> wrong = new ArrayList<>();
        Said before = files.said.getFirst();
        for (Said said : files.said) {
            boolean right = !said.at().isBefore(before.at()) && seen.add(said.id());
            for (String other : Stream.of(said.repliesTo(), said.resolves())
                    .filter(Objects::nonNull)
                    .toList()) {
                Said earlier = files.get(other);
                right &= seen.contains(other)
                        && earlier.at().isBefore(said.at())
                        && earlier.thread().equals(said.thread());
            }
            right &= said.applause().stream().allMatch(one -> one.at().isAfter(said.at()));
            right &= !said.recipients().contains(said.by()) && !said.mentions().contains(said.by());
            right &=
                    new HashSet<>(said.recipients()).size() == said.recipients().size();
            if (!right) {
                wrong.add(said);
            }
            before = said;
        }
        assertThat(wrong).isEmpty();
        assertThat(files.said).anyMatch(said -> said.resolves() != null).anyMatch(said -> !said.mentions()
                .isEmpty());
    }

    @Test
    void contributions_everybody_isInTheCompanyThatDay() throws IOException {
        WrittenFiles files = new WrittenFiles(written("present", 200, 4, Switches.all()));
        Map<String, Row> people = new HashMap<>();
        files.people.forEach(person -> people.put(person.get("id"), person));
        assertThat(files.said).filteredOn(said -> !presentThen(said, people)).isEmpty();
        assertThat(column(files.people, "left")).anyMatch(left -> !left.isEmpty());
        assertThat(column(files.people, "joined")).anyMatch(joined -> joined.startsWith("2025"));
    }

    private static boolean presentThen(Said said, Map<String, Row> people) {
        Row author = Objects.requireNonNull(people.get(said.by()));
        boolean joined = author.get("joined").isEmpty() || !said.day().isBefore(LocalDate.parse(author.get("joined")));
        boolean stays = author.get("left").isEmpty() || !said.day().isAfter(LocalDate.parse(author.get("left")));
        return joined && stays && said.day().getYear() == 2025;
    }

    @Test
    void contributions_channelsAndKinds_areAllUsed() throws IOException {
        WrittenFiles files = new WrittenFiles(written("kinds", 150, 4, Switches.all()));
        Set<String> channels = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        files.said.forEach(said -> {
            channels.add(said.channel());
            kinds.add(said.kind());
        });
        assertThat(files.said)
                .filteredOn(said -> said.visibility().equals("PRIVATE") != said.mail()
                        || said.text().isEmpty() != said.mail())
                .isEmpty();
        assertThat(channels).containsExactlyInAnyOrder("network", "chat", "forum", "document", "ticket", "mail");
        assertThat(kinds).hasSize(7);
    }

    @Test
    void contributions_overTheYear_followTheWorkingWeekAndTheSummer() throws IOException {
        WrittenFiles files = new WrittenFiles(written("year", 200, 4, Switches.all()));
        long weekend = files.said.stream()
                .filter(said -> said.day().getDayOfWeek().getValue() > 5)
                .count();
        assertThat(weekend).isLessThan(files.said.size() / 50);
        double august = files.said.stream()
                .filter(said -> said.day().getMonthValue() == 8)
                .count();
        double june = files.said.stream()
                .filter(said -> said.day().getMonthValue() == 6)
                .count();
        assertThat(august).isLessThan(0.7 * june);
        assertThat(files.said.stream().filter(said -> said.day().equals(LocalDate.of(2025, 7, 14))))
                .hasSizeLessThan(5);
    }

    @Test
    void texts_everySlot_isFilledAndEveryLineEndsInLf() throws IOException {
        Path place = written("texts", 200, 4, Switches.all());
        String all = Files.readString(place.resolve("contributions.jsonl"), StandardCharsets.UTF_8);
        assertThat(all).doesNotContain("\r").endsWith("}\n").doesNotContain("\n\n");
        Predicate<String> clumsy = java.util.regex.Pattern.compile(
                        "(?iU)[{}|\\[\\]]|\\b(de le|à le|de les|à les|de du|de des) | {2}|\\.\\.|\\b(le|la|de|du|que) [aeéèêiouœ]")
                .asPredicate();
        assertThat(new WrittenFiles(place).said)
                .filteredOn(said -> clumsy.test(said.text()))
                .isEmpty();
    }

    @Test
    void names_ofPeopleAndIds_tellNothingOfTheirPart() throws IOException {
        WrittenFiles files = new WrittenFiles(written("parts", 400, 6, Switches.all()));
        List<Integer> places = new ArrayList<>();
        List<String> ids =
                files.people.stream().map(person -> person.get("id")).sorted().toList();
        files.truth.get("experts").forEach(topic -> topic.get("experts")
                .forEach(id -> places.add(ids.indexOf(id.asString()))));
        double mean = places.stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(mean / ids.size()).isBetween(0.4, 0.6);
        Set<String> titles = new HashSet<>(column(files.people, "title"));
        assertThat(titles)
                .noneMatch(title -> title.toLowerCase(java.util.Locale.ROOT).contains("expert"));
    }

    @Test
    void switches_without_leavesTheOthers() {
        assertThat(Switches.all().without(Pattern.SILOS, Pattern.QUIET).planted())
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Pattern.SILOS, Pattern.QUIET)));
    }

    private static Set<String> ids(List<Row> rows) {
        return new HashSet<>(column(rows, "id"));
    }

    private static List<String> column(List<Row> rows, String name) {
        List<String> column = new ArrayList<>();
        rows.forEach(row -> column.add(row.get(name)));
        return column;
    }
}
