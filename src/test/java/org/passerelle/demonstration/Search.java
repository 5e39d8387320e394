package org.passerelle.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.passerelle.demonstration.Statistics.Tie;
import org.passerelle.demonstration.WrittenFiles.Said;
import tools.jackson.databind.JsonNode;

/** Looks for a truth in the files by {@link Statistics} and says how much of it was found, from 0 to 1. */
final class Search {
    private static final int SOON_DAYS = 9;

    private final WrittenFiles files;
    private final JsonNode truth;
    private final Statistics statistics;
    private final List<Tie> open;
    private final List<Tie> mail;

    /** The truth may be another company's: that of the same seed with everything planted. */
    Search(WrittenFiles files, JsonNode truth) {
        this.files = files;
        this.truth = truth;
        this.statistics = new Statistics(files);
        this.open = statistics.ties(said -> !said.mail());
        this.mail = statistics.ties(Said::mail);
    }

    double found(Pattern pattern) {
        return switch (pattern) {
            case SILOS -> silos();
            case EXPERTS -> experts();
            case BRIDGES -> bridges();
            case ANIMATORS -> animators();
            case BROADCASTER -> broadcaster();
            case CLOSERS -> closers();
            case DYING -> dying();
            case QUIET -> quiet();
            case LEADER -> leader();
            case DROWNED -> drowned();
            case REORGANISATION -> reorganisation();
            case RECURRENT_GAP -> gap();
            case TRANSVERSE -> transverse();
        };
    }

    private static double is(boolean found) {
        return found ? 1 : 0;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static Set<String> strings(JsonNode list) {
        Set<String> strings = new HashSet<>();
        list.forEach(one -> strings.add(one.asString()));
        return strings;
    }

    private static String pair(JsonNode units) {
        return Statistics.pair(units.get(0).asString(), units.get(1).asString());
    }

    /** Share of the pairs that are among the six least connected of some sixty. */
    private double silos() {
        Map<String, Double> ratios = statistics.observedOverExpected(open);
        List<Double> found = new ArrayList<>();
        for (JsonNode silo : truth.get("silos")) {
            String pair = pair(silo.get("units"));
            found.add(is(ratios.containsKey(pair) && Statistics.rankFromLowest(ratios, pair) <= 6));
        }
        return mean(found);
    }

    /** Share of the topics of two units that are used in both, in no thread by people of both; NaN where none was planted. */
    private double transverse() {
        List<Double> found = new ArrayList<>();
        for (JsonNode topic : truth.path("transverseTopics")) {
            Set<String> terms = strings(topic.at("/terms/fr"));
            terms.addAll(strings(topic.at("/terms/en")));
            Map<String, Set<String>> unitsByThread = new TreeMap<>();
            for (Said said : files.said) {
                if (terms.stream().map(Search::bare).anyMatch(said.text()::contains)) {
                    unitsByThread
                            .computeIfAbsent(said.thread(), _ -> new HashSet<>())
                            .add(files.unit(said.by(), said.day()));
                }
            }
            Set<String> units = strings(topic.get("units"));
            Set<String> everywhere = new HashSet<>();
            unitsByThread.values().forEach(everywhere::addAll);
            found.add(is(everywhere.equals(units)
                    && unitsByThread.values().stream().noneMatch(of -> of.containsAll(units))));
        }
        return found.isEmpty() ? Double.NaN : mean(found);
    }

    /** Without the article, which a sentence may contract. */
    private static String bare(String term) {
        return term.toLowerCase(Locale.ROOT).replaceFirst("^(les? |la |l')", "");
    }

    /** Observed over expected of a pair in mail, and in the open. */
    double[] channels(JsonNode units) {
        return new double[] {
            statistics.observedOverExpected(mail).getOrDefault(pair(units), Double.NaN),
            statistics.observedOverExpected(open).getOrDefault(pair(units), Double.NaN)
        };
    }

    /** Share of the silos of which a bridge knows the most people on the other side. */
    private double bridges() {
        List<Double> found = new ArrayList<>();
        for (JsonNode silo : truth.get("silos")) {
            Set<String> bridges = new HashSet<>();
            for (JsonNode bridge : truth.get("bridges")) {
                if (bridge.get("units").equals(silo.get("units"))) {
                    bridges.add(bridge.get("person").asString());
                }
            }
            Map<String, Double> contacts = statistics.crossContacts(
                    open,
                    silo.get("units").get(0).asString(),
                    silo.get("units").get(1).asString());
            found.add(is(bridges.contains(Statistics.top(contacts))));
        }
        return mean(found);
    }

    /** Share of the topics on which an expert has the most recognised answers. */
    private double experts() {
        List<Double> found = new ArrayList<>();
        for (JsonNode topic : truth.get("experts")) {
            String top = Statistics.top(statistics.recognition(topic.get("terms")));
            found.add(is(strings(topic.get("experts")).contains(top)));
        }
        return mean(found);
    }

    /** Share of the topics of which an expert writes the usual word most often. */
    double expertsByWord() {
        List<Double> found = new ArrayList<>();
        for (JsonNode topic : truth.get("experts")) {
            String word = topic.get("terms").get("fr").get(0).asString();
            found.add(is(strings(topic.get("experts")).contains(Statistics.top(statistics.wordUse(word)))));
        }
        return mean(found);
    }

    /** Share of the communities whose animator has the most follow-on per thread begun. */
    private double animators() {
        List<Double> found = new ArrayList<>();
        for (JsonNode animator : truth.get("animators")) {
            String top =
                    Statistics.top(statistics.followOn(animator.get("community").asString()));
            found.add(is(top.equals(animator.get("person").asString())));
        }
        return mean(found);
    }

    /** Share of the communities of which the animator writes most. */
    double animatorsByVolume() {
        List<Double> found = new ArrayList<>();
        for (JsonNode animator : truth.get("animators")) {
            Map<String, Double> volume = new TreeMap<>();
            files.in(animator.get("community").asString()).forEach(said -> volume.merge(said.by(), 1.0, Double::sum));
            found.add(is(Statistics.top(volume).equals(animator.get("person").asString())));
        }
        return mean(found);
    }

    /** Activity of communities while their animator is away, over what it is otherwise. */
    double absences() {
        List<Double> ratios = new ArrayList<>();
        for (JsonNode absence : truth.get("absences")) {
            String community = absence.get("animatorOf").asString();
            if (!community.isEmpty()) {
                LocalDate from = LocalDate.parse(absence.get("from").asString());
                LocalDate until = LocalDate.parse(absence.get("until").asString());
                double days = from.until(until, ChronoUnit.DAYS) + 1;
                double during = files.in(community).stream()
                        .filter(said ->
                                !said.day().isBefore(from) && !said.day().isAfter(until))
                        .count();
                double others = files.in(community).size() - during;
                ratios.add(during / days / (others / (365 - days)));
            }
        }
        return mean(ratios);
    }

    private double broadcaster() {
        String community = truth.get("broadcaster").get("community").asString();
        String person = truth.get("broadcaster").get("person").asString();
        List<String> unheard = new ArrayList<>();
        for (String each : statistics.communities()) {
            statistics.answeredShare(each).forEach((who, share) -> {
                if (share < 0.05) {
                    unheard.add(who + " " + each);
                }
            });
        }
        return is(unheard.equals(List.of(person + " " + community)));
    }

    private double closers() {
        Set<String> closers = strings(truth.get("closers"));
        return Statistics.top(statistics.settledElsewhere(), closers.size()).stream()
                        .filter(closers::contains)
                        .count()
                / (double) closers.size();
    }

    private double dying() {
        Map<String, Double> left = new TreeMap<>();
        for (String community : statistics.communities()) {
            double before = Math.max(1, statistics.inMonths(community, 1, 3));
            left.put(community, statistics.inMonths(community, 10, 12) / before);
        }
        String dying = truth.get("dyingCommunity").asString();
        double early = statistics.answeredQuestions(dying, 1, 4);
        double late = statistics.answeredQuestions(dying, 5, 12);
        return is(Statistics.rankFromLowest(left, dying) == 1 && late < 0.75 * early);
    }

    private double quiet() {
        Map<String, Double> sizes = new TreeMap<>();
        statistics
                .communities()
                .forEach(each -> sizes.put(each, (double) files.in(each).size()));
        String quiet = truth.get("quietCommunity").asString();
        return is(Statistics.rankFromLowest(sizes, quiet) == 1 && statistics.answeredQuestions(quiet, 1, 12) > 0.65);
    }

    /** Of those who begin after January, the share who do so within nine days of a post of the leader. */
    private double leader() {
        List<LocalDate> dates = new ArrayList<>();
        truth.get("leader").get("dates").forEach(date -> dates.add(LocalDate.parse(date.asString())));
        double late = 0;
        double near = 0;
        for (Map.Entry<String, Instant> first : statistics.firstActs().entrySet()) {
            LocalDate day = first.getValue().atZone(ZoneOffset.UTC).toLocalDate();
            if (!files.unit(first.getKey(), day).isEmpty() && day.isAfter(LocalDate.of(2025, 1, 25))) {
                late++;
                Predicate<LocalDate> follows = date -> !day.isBefore(date) && day.isBefore(date.plusDays(SOON_DAYS));
                near += dates.stream().anyMatch(follows) ? 1 : 0;
            }
        }
        return near / late;
    }

    private double drowned() {
        JsonNode drowned = truth.get("drowned");
        String person = drowned.get("appointed").asString();
        LocalDate from = LocalDate.parse(drowned.get("from").asString());
        List<Said> begun = files.in(drowned.get("community").asString()).stream()
                .filter(Said::root)
                .toList();
        double before = begun.stream()
                        .filter(said -> !said.by().equals(person) && said.day().isBefore(from))
                        .count()
                / (double) from.getDayOfYear();
        double late = begun.stream()
                        .filter(said -> !said.by().equals(person) && said.day().getMonthValue() >= 9)
                        .count()
                / 122.0;
        double own = begun.stream()
                .filter(said -> said.by().equals(person) && !said.day().isBefore(from))
                .count();
        double since = begun.stream().filter(said -> !said.day().isBefore(from)).count();
        return is(late < 0.65 * before && own > 0.4 * since);
    }

    /** Whether the people who moved turn to the new unit at least twice as much as before. */
    private double reorganisation() {
        JsonNode change = truth.get("reorganisation");
        LocalDate date = LocalDate.parse(change.get("date").asString());
        Set<String> movers = strings(change.get("people"));
        String goal = change.get("to").asString();
        double[] all = new double[2];
        double[] towards = new double[2];
        for (Tie tie : open) {
            boolean one = movers.contains(tie.from());
            if (one != movers.contains(tie.to())) {
                String unit = files.unit(one ? tie.to() : tie.from(), tie.day());
                int half = tie.day().isBefore(date) ? 0 : 1;
                all[half]++;
                towards[half] += unit.equals(goal) ? 1 : 0;
            }
        }
        return is(towards[1] / all[1] > 2 * towards[0] / all[0]);
    }

    private double gap() {
        Map<String, Double> needs = new TreeMap<>();
        files.said.stream()
                .filter(said -> said.kind().equals("TICKET"))
                .forEach(said -> needs.merge(said.process(), 1.0, Double::sum));
        return is(Statistics.top(needs)
                .equals(truth.get("recurrentGap").get("process").asString()));
    }

    /** Contributions a head in the unit without accounts. */
    double silentActs() {
        String silent = truth.get("noData").get(0).asString();
        double people = files.memberships.stream()
                .filter(row -> row.get("group").equals(silent))
                .count();
        return files.said.stream()
                        .filter(said -> files.unit(said.by(), said.day()).equals(silent))
                        .count()
                / people;
    }

    /** Of the answers that speak of a topic, the share without its usual French word. */
    double otherWords() {
        double all = 0;
        double others = 0;
        for (JsonNode topic : truth.get("experts")) {
            List<String> stems = new ArrayList<>();
            topic.get("terms").forEach(terms -> terms.forEach(term -> stems.add(Statistics.stem(term.asString()))));
            for (Said said : files.said) {
                if (said.kind().equals("ANSWER") && stems.stream().anyMatch(said.text()::contains)) {
                    all++;
                    others += said.text().contains(stems.getFirst()) ? 0 : 1;
                }
            }
        }
        return others / all;
    }
}
