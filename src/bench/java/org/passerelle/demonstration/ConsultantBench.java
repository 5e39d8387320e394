package org.passerelle.demonstration;

import graphql.ExecutionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BackgroundAnswers;
import org.passerelle.api.InProcess;
import org.passerelle.api.RoomsInProcess;
import org.passerelle.network.Chart;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedTies;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupPart;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.OneSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.OptOutsInMemory;
import org.passerelle.network.Person;
import org.passerelle.network.ReportingLine;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.context.annotation.Bean;

/**
 * How long the consultant's questions take through the API, asked for the first time and again, of an invented company.
 * Arguments: a file of ties, two numbers of people a line; and the parts of the names of the questions to ask (all). Silo s of
 * the file is the people whose number leaves s when divided by the number of silos, one for each hundred people; a silo is a
 * team, ten teams are a department, ten departments a division. The rank job is asked until it is there.
 */
public final class ConsultantBench {
    private static final int TEAM = 100;
    private static final int DAYS = 730;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static @Nullable NetworkSnapshot company;

    private ConsultantBench() {}

    @RoomsInProcess({
        "org.passerelle.api",
        "org.passerelle.privacy",
        "org.passerelle.silo",
        "org.passerelle.bridge",
        "org.passerelle.change",
        "org.passerelle.wirearchy"
    })
    static class Server {
        @Bean
        NetworkSource source() {
            return new OneSnapshot(known());
        }

        @Bean
        OptOuts optOuts() {
            return OptOutsInMemory.of();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ContributionTimes times() {
            DatedContributions said = said(known().people().size());
            return _ -> said;
        }

        @Bean
        Initiatives initiatives() {
            return new Initiatives() {
                @Override
                public boolean record(Initiative initiative, int most) {
                    return false;
                }

                @Override
                public List<Initiative> all() {
                    return List.of();
                }
            };
        }
    }

    /** Prints one line for each question: the first time and the median of ten more. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        company = company(Path.of(arguments[0]));
        NetworkSnapshot snapshot = known();
        String busiest = busiest(snapshot);
        System.out.printf("%d people, %d ties%n", snapshot.people().size(), ties(snapshot));
        try (InProcess server = InProcess.of(Server.class)) {
            for (Map.Entry<String, String> question : questions(busiest).entrySet()) {
                boolean asked = arguments.length == 1
                        || Arrays.stream(arguments).skip(1).anyMatch(question.getKey()::contains);
                if (asked) {
                    time(server, question.getKey(), question.getValue());
                }
            }
        }
    }

    private static Map<String, String> questions(String busiest) {
        String first = "division:0/department:00";
        String second = "division:0/department:01";
        String map = "silos(unitDepth: 2) ";
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(
                "silos, map", "{ " + map + "{ groups { permeability } cells { observedOverExpected { value } } } }");
        questions.put("silos, by labels", "{ " + map + "{ externalInternalByLabels { whole { z } } } }");
        questions.put("silos, by degrees", "{ " + map + "{ externalInternalByDegrees { whole { observed } } } }");
        questions.put("silos, segregation", "{ " + map + "{ segregation { segregation { z } } } }");
        questions.put("silos, modularity", "{ " + map + "{ modularityByLabels { z } } }");
        questions.put("silos, clusters", "{ " + map + "{ clusters { clusters stability } } }");
        questions.put("silos, consensus", "{ " + map + "{ clusters { consensus { certainty rounds unanimous } } } }");
        questions.put("silos, channels", "{ " + map + "{ byChannel { difference { value low high } } } }");
        questions.put("silos, trend", "{ " + map + "{ trend(months: 3) { externalInternal { value } } } }");
        questions.put(
                "silos, held by",
                "{ " + map + "{ heldBy(between: [\"" + first + "\", \"" + second
                        + "\"]) { directly { people } byAnyWay { people }" + " } } }");
        questions.put("bridges", "{ bridges(unitDepth: 2, first: 20) { nodes { betweenness summary } } }");
        questions.put(
                "bridges, successors",
                "{ bridges(unitDepth: 2, first: 20) { nodes { successors { person { id } } } } }");
        questions.put(
                "bridges, between two",
                "{ bridges(unitDepth: 2, first: 20, between: [\"" + first + "\", \"" + second
                        + "\"]) { nodes { betweenness } } }");
        questions.put(
                "bridge ties, carrying",
                "{ bridgeTies(kind: CARRYING, unitDepth: 2, first: 20) { nodes { betweenness } } }");
        questions.put("bridge ties, separating", "{ bridgeTies(unitDepth: 2, first: 20) { nodes { separates } } }");
        questions.put("wirearchy", "{ wirearchy { linesUsed hierarchy { efficiency } byDistance { rate } } }");
        questions.put("wirearchy, reliance", "{ wirearchy { lineReliance(unitDepth: 2) { expected } } }");
        questions.put("wirearchy, index", "{ wirearchy { wirearchyIndex(unitDepth: 2) { value } } }");
        questions.put("wirearchy, groups", "{ wirearchy { workingGroups(unitDepth: 2) { steps { fluidity } } } }");
        questions.put("wirearchy, manager entries", "{ wirearchy { managerEntries { rows { matched sign } } } }");
        questions.put("wirearchy, peers", "{ wirearchy { peerExchange { figures { peers { value } } } } }");
        questions.put(
                "wirearchy, shortcuts",
                "{ wirearchy { shortcuts(unitDepth: 2) { whole { treeSteps steps shortenedInterval { low high } } } } }");
        questions.put("network of groups", "{ network(granularity: GROUP, unitDepth: 2, first: 200) { nodes { x } } }");
        questions.put(
                "network of people", "{ network(granularity: PERSON, unitDepth: 2, first: 600) { nodes { x } } }");
        questions.put(
                "simulate, one leaves",
                "{ simulate(unitDepth: 2, changes: [{remove: [\"" + busiest + "\"]}]) { summary } }");
        questions.put(
                "simulate, another leaves",
                "{ simulate(unitDepth: 2, changes: [{remove: [\"p0000001\"]}]) { summary loads { summary } } }");
        questions.put(
                "compare, two halves",
                "{ compare(unitDepth: 2, before: {from: \"2024-01-01\", to: \"2024-12-31\"}, after: {from: \"2025-01-01\","
                        + " to: \"2025-12-30\"}) { summary } }");
        questions.put(
                "bridges, ranks (background)",
                "{ bridges(unitDepth: 2, first: 20) { nodes { rankInterval { state low high } } } }");
        return questions;
    }

    private static void time(InProcess server, String name, String question) throws InterruptedException {
        Reader consultant = new Reader(Role.CONSULTANT, null);
        Reader reader = name.startsWith("simulate") ? Reader.open(null) : consultant;
        long start = System.nanoTime();
        String answer = answer(server, question, reader);
        while (answer.contains("PENDING")) {
            server.context().getBean(BackgroundAnswers.class).awaitIdle(PATIENCE);
            answer = answer(server, question, reader);
        }
        double first = (System.nanoTime() - start) / 1e9;
        double[] again = new double[10];
        for (int round = 0; round < again.length; round++) {
            start = System.nanoTime();
            answer = answer(server, question, reader);
            again[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(again);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | %.1f ms | %s%n",
                name,
                first,
                again[again.length / 2],
                answer.substring(0, Math.min(110, answer.length())));
    }

    private static String answer(InProcess server, String question, Reader reader) {
        ExecutionResult result = server.run(question, reader);
        return result.getErrors().isEmpty()
                ? String.valueOf(result.<Object>getData())
                : result.getErrors().toString();
    }

    private static NetworkSnapshot known() {
        NetworkSnapshot known = company;
        if (known == null) {
            throw new IllegalStateException("The company is made first");
        }
        return known;
    }

    private static int ties(NetworkSnapshot snapshot) {
        return snapshot.graph(org.passerelle.network.TieFilter.of(snapshot.extent()))
                .undirected()
                .ties();
    }

    private static String busiest(NetworkSnapshot snapshot) {
        var graph = snapshot.graph(org.passerelle.network.TieFilter.of(snapshot.extent()))
                .undirected();
        int best = 0;
        for (int vertex = 0; vertex < graph.people(); vertex++) {
            best = graph.degree(vertex) > graph.degree(best) ? vertex : best;
        }
        return snapshot.person(best).id();
    }

    private static String team(int silo) {
        return department(silo) + "/team:" + silo;
    }

    private static String department(int silo) {
        int department = silo / 10;
        return division(silo) + String.format(Locale.ROOT, "/department:%02d", department);
    }

    private static String division(int silo) {
        return "division:" + silo / 100;
    }

    /** The company of a file of ties. */
    public static NetworkSnapshot company(Path file) throws IOException {
        int[][] edges;
        try (Stream<String> lines = Files.lines(file)) {
            edges = lines.map(line -> Arrays.stream(line.split(" ", -1))
                            .mapToInt(Integer::parseInt)
                            .toArray())
                    .toArray(int[][]::new);
        }
        int people = 1 + Arrays.stream(edges).mapToInt(edge -> edge[1]).max().orElse(0);
        int silos = Math.max(1, people / TEAM);
        Map<String, Group> groups = new LinkedHashMap<>();
        List<GroupPart> parts = new ArrayList<>();
        for (int silo = 0; silo < silos; silo++) {
            groups.put(team(silo), new Group(team(silo), team(silo), Dimension.UNIT, null, true));
            parts.add(new GroupPart(team(silo), department(silo), null, null));
            if (!groups.containsKey(department(silo))) {
                groups.put(department(silo), new Group(department(silo), department(silo), Dimension.UNIT, null, true));
                parts.add(new GroupPart(department(silo), division(silo), null, null));
            }
            groups.putIfAbsent(division(silo), new Group(division(silo), division(silo), Dimension.UNIT, null, true));
        }
        List<Person> everybody = new ArrayList<>();
        List<Membership> memberships = new ArrayList<>();
        List<ReportingLine> lines = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            everybody.add(new Person(id(person), id(person), null, null, null, null, false));
            int silo = person % silos;
            memberships.add(new Membership(id(person), team(silo), null, null, 1, true, null));
            int manager = manager(person, silos);
            if (manager != person) {
                lines.add(new ReportingLine(id(person), id(manager), null, null, ReportingLine.Kind.LINE));
            }
        }
        Chart chart = new Chart(everybody, List.copyOf(groups.values()), memberships, parts, lines, List.of());
        return new NetworkSnapshot("invented", Instant.EPOCH, chart, ties(edges, people));
    }

    /** Ten people report to the eleventh of their team, those to the first, first ones to that of a department, and so on. */
    private static int manager(int person, int silos) {
        int silo = person % silos;
        int number = person / silos;
        if (number > 0) {
            return (number % 10 == 0 ? 0 : number / 10 * 10) * silos + silo;
        }
        return silo % 10 > 0 ? silo / 10 * 10 : silo % 100 > 0 ? silo / 100 * 100 : 0;
    }

    private static String id(int person) {
        return String.format(Locale.ROOT, "p%07d", person);
    }

    /** Three days of exchange a tie, two by mail. */
    private static DatedTies ties(int[][] edges, int people) {
        SplittableRandom random = new SplittableRandom(1);
        DatedTies.Builder builder = new DatedTies.Builder(2 * edges.length, 3 * edges.length);
        int mail = builder.origin(new TieOrigin(TieKind.ADDRESSED, "mail", Visibility.COMPANY, "invented"));
        int chat = builder.origin(new TieOrigin(TieKind.ADDRESSED, "chat", Visibility.COMPANY, "invented"));
        int start = Math.toIntExact(START.toEpochDay());
        for (int[] edge : edges) {
            boolean forth = random.nextBoolean();
            int[] days = random.ints(3, 0, DAYS).sorted().distinct().toArray();
            builder.tie(edge[forth ? 0 : 1], edge[forth ? 1 : 0], random.nextInt(3) > 0 ? mail : chat);
            for (int day : days) {
                builder.record(start + day, 1, 1);
            }
        }
        return builder.build(people);
    }

    /** Four contributions a person, in threads of one to some ten, within teams for the most part. */
    private static DatedContributions said(int people) {
        SplittableRandom random = new SplittableRandom(2);
        int silos = Math.max(1, people / TEAM);
        DatedContributions.Builder builder = new DatedContributions.Builder();
        int thread = 0;
        for (int number = 0; number < 4 * people; thread++) {
            int silo = random.nextInt(silos);
            int day = random.nextInt(DAYS);
            int length = 1 + random.nextInt(10);
            for (int turn = 0; turn < length; turn++, number++) {
                int team = random.nextInt(5) > 0 ? silo : random.nextInt(silos);
                int person = random.nextInt(people / silos) * silos + team;
                Instant at = START.plusDays(Math.min(DAYS - 1, day + turn / 3))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .plusSeconds(turn);
                builder.add(
                        person,
                        at,
                        ContributionKind.POST,
                        new DatedContributions.Place("chat", "community:" + silo / 100, "t" + thread),
                        DatedContributions.NONE);
            }
        }
        return builder.build();
    }
}
