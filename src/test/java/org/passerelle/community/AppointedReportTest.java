package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Activity.Act;

/**
 * Whether those who animate are those who were appointed, in real communities: reported whatever it is, in lines that begin with
 * REPORT, beside what simple counts of volume find. Appointed people are convergent evidence, not the truth.
 */
class AppointedReportTest {
    private static final List<String> BASELINES = List.of("messages", "threads", "people who answer next", "weeks");
    private static final List<String> PARTS = AnimatorScores.partNames();

    private static void report(String line) {
        System.out.println("REPORT " + line);
    }

    private static List<Scored> scores(List<Act> acts) {
        LocalDate last = LocalDate.ofInstant(acts.getLast().at(), ZoneOffset.UTC);
        return AnimatorScores.compute(acts, Set.of(), Acts.snapshot(acts, List.of()), last, Parameters.defaults());
    }

    /** Which parts have any event in a community. */
    private static boolean[] shown(List<Scored> scores) {
        boolean[] shown = new boolean[PARTS.size()];
        for (int part = 0; part < shown.length; part++) {
            int one = part;
            shown[part] = scores.stream().anyMatch(scored -> scored.parts().get(one) > 0);
        }
        return shown;
    }

    /** The score with other shares of its parts; everything else of the formula is a factor, which stays. */
    private static double weighed(Scored scored, int[] times, boolean[] shown) {
        double all = 0;
        double sum = 0;
        double equal = 0;
        double counted = 0;
        for (int part = 0; part < times.length; part++) {
            double value = scored.parts().get(part);
            all += value;
            sum += times[part] * value;
            equal += shown[part] ? 1 : 0;
            counted += shown[part] ? times[part] : 0;
        }
        return all == 0 || counted == 0 ? 0 : scored.beforeRank() * (sum / counted) / (all / equal);
    }

    /** Shares of the parts that find planted animators best in one half of drawn companies (AnimationBench), doubled. */
    private static final int[] DRAWN = {2, 4, 4, 0, 0, 1};

    private static int[] without(int part) {
        return IntStream.range(0, PARTS.size()).map(one -> one == part ? 0 : 1).toArray();
    }

    /** Adds every order of a community's people to a place; several communities of one place are summed. */
    private static void add(Orders orders, String place, List<Act> acts) {
        List<Scored> scores = scores(acts);
        boolean[] shown = shown(scores);
        Exchanges exchanges = Exchanges.of(Threads.of(acts));
        volumes(orders, place, exchanges);
        for (Scored scored : scores) {
            String person = scored.personId();
            orders.add("messages", place, person, scored.contributions());
            orders.add("score", place, person, scored.score());
            orders.add("shares chosen on drawn companies", place, person, weighed(scored, DRAWN, shown));
            orders.add("score beyond chance only", place, person, scored.significant() ? scored.score() : 0);
            double others = 1 - scored.contributions() / (double) acts.size();
            orders.add("score, dominance not lowering", place, person, scored.score() / Math.max(0.05, others));
            orders.add("exchanges among others afterwards", place, person, scored.sparked());
            orders.add(
                    "the same beyond volume", place, person, Math.max(0, scored.sparked() - scored.sparkedExpected()));
            for (int part = 0; part < PARTS.size(); part++) {
                orders.add("score without " + PARTS.get(part), place, person, weighed(scored, without(part), shown));
                orders.add(
                        PARTS.get(part) + " alone",
                        place,
                        person,
                        scored.parts().get(part));
            }
        }
    }

    private static void volumes(Orders orders, String place, Exchanges exchanges) {
        Threads threads = exchanges.threads;
        Map<Integer, Set<Integer>> seen = new HashMap<>();
        for (int thread = 0; thread < threads.threads(); thread++) {
            for (int position = threads.threadStart[thread]; position < threads.threadStart[thread + 1]; position++) {
                seen.computeIfAbsent(threads.speaker[position], _ -> new HashSet<>())
                        .add(thread);
            }
        }
        seen.forEach((person, own) -> orders.add("threads", place, threads.people.get(person), own.size()));
        Map<Integer, Set<Integer>> answering = new HashMap<>();
        exchanges.answers().forEach(position -> answering
                .computeIfAbsent(exchanges.answeredPerson(position), _ -> new HashSet<>())
                .add(threads.speaker[position]));
        answering.forEach((person, others) ->
                orders.add("people who answer next", place, threads.people.get(person), others.size()));
        int[] weeks = threads.activeWeeks();
        for (int person = 0; person < weeks.length; person++) {
            orders.add("weeks", place, threads.people.get(person), weeks[person]);
        }
    }

    private static void report(String what, Orders orders, Map<String, Set<String>> appointed) {
        String best = BASELINES.stream()
                .max(Comparator.comparingDouble(order -> orders.average(order, appointed)))
                .orElseThrow();
        int people = appointed.values().stream().mapToInt(Set::size).sum();
        for (String order : orders.names()) {
            report(String.format(
                    Locale.ROOT,
                    "%s (%d) by %s: P@K %.3f AP %.3f",
                    what,
                    people,
                    order,
                    orders.atAppointed(order, appointed),
                    orders.average(order, appointed)));
        }
        report(what + ": AP of shares chosen on drawn companies over the score: "
                + orders.gain("shares chosen on drawn companies", "score", appointed));
        for (String order : List.of("score", "score beyond chance only")) {
            report(String.format(
                    Locale.ROOT,
                    "%s (%d): AP of %s over the best count, %s: %s",
                    what,
                    people,
                    order,
                    best,
                    orders.gain(order, best, appointed)));
        }
    }

    @Test
    void kubernetes_leadsOfGroups_areReported() {
        Orders orders = new Orders();
        Map<String, Set<String>> leads = new TreeMap<>();
        Map<String, List<Act>> groups = RealCommunities.kubernetes();
        groups.forEach((group, acts) -> {
            Set<String> appointed = new HashSet<>(RealCommunities.groupLeads().getOrDefault(group, Set.of()));
            Set<String> people = new HashSet<>();
            acts.forEach(act -> people.add(act.personId()));
            appointed.retainAll(people);
            if (!appointed.isEmpty() && people.size() >= 10) {
                leads.put(group, appointed);
                add(orders, group, acts);
            }
        });
        assertThat(leads).hasSizeGreaterThan(10);
        report("k8s, chairs and tech leads of " + leads.size() + " groups", orders, leads);
    }

    @Test
    void mailingLists_maintainersOfGuides_areReported() {
        Orders orders = new Orders();
        Map<String, List<Act>> lists = RealCommunities.mailingLists();
        Map<String, Set<String>> maintainers = RealCommunities.guideMaintainers();
        maintainers.keySet().forEach(list -> add(orders, list, lists.getOrDefault(list, List.of())));
        assertThat(maintainers).isNotEmpty();
        report("r_mailing_lists, maintainers of topic guides", orders, maintainers);
    }

    /** Streams by size, every second one in the same half: as many people and as many words in both. */
    private static List<List<List<Act>>> halves(Map<String, List<Act>> streams) {
        List<List<Act>> largest = streams.values().stream()
                .sorted(Comparator.comparingInt((List<Act> acts) -> -acts.size()))
                .toList();
        List<List<List<Act>>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        for (int place = 0; place < largest.size(); place++) {
            halves.get(place % 2).add(largest.get(place));
        }
        return halves;
    }

    @Test
    void zulipCommunity_teams_areReported() {
        Map<String, List<Act>> streams = RealCommunities.zulip();
        Orders all = new Orders();
        streams.values().forEach(acts -> add(all, "", acts));
        for (String team : List.of("moderation", "maintainers", "reviewers")) {
            report("zulip_community " + team, all, Map.of("", RealCommunities.zulipTeam(team)));
        }
        assertThat(all.names()).contains("score", "messages");
    }

    /** Which parts would find moderators: chosen on half of the streams, looked at on the other. */
    @Test
    void zulipCommunity_otherSharesOfParts_areHeldAgainstOtherStreams() {
        Map<String, Set<String>> moderators = Map.of("", RealCommunities.zulipTeam("moderation"));
        List<Orders> orders = new ArrayList<>();
        for (List<List<Act>> half : halves(RealCommunities.zulip())) {
            Orders own = new Orders();
            for (List<Act> acts : half) {
                List<Scored> scores = scores(acts);
                boolean[] shown = shown(scores);
                for (Scored scored : scores) {
                    own.add("messages", "", scored.personId(), scored.contributions());
                    own.add("beyond chance only", "", scored.personId(), scored.significant() ? scored.score() : 0);
                    shares().forEach((name, times) ->
                            own.add(name, "", scored.personId(), weighed(scored, times, shown)));
                }
            }
            orders.add(own);
        }
        Orders tuning = orders.getFirst();
        Orders held = orders.getLast();
        String equal = "1 1 1 1 1 1";
        String best = shares().keySet().stream()
                .max(Comparator.comparingDouble((String name) -> tuning.average(name, moderators))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        for (String order : List.of("messages", "beyond chance only", equal, best)) {
            report(String.format(
                    Locale.ROOT,
                    "zulip_community moderation by shares of parts (%s) %s: AP on the streams chosen by %.3f, on the others %.3f",
                    String.join(" ", PARTS),
                    order,
                    tuning.average(order, moderators),
                    held.average(order, moderators)));
        }
        report("zulip_community moderation, on the other streams: chosen shares over equal ones "
                + held.gain(best, equal, moderators) + ", over messages " + held.gain(best, "messages", moderators)
                + "; equal ones over messages " + held.gain(equal, "messages", moderators)
                + ", over those beyond chance only " + held.gain(equal, "beyond chance only", moderators));
        assertThat(tuning.average(best, moderators)).isGreaterThanOrEqualTo(tuning.average(equal, moderators));
    }

    /** Every part 0 to 3 times; resolves has no event in this chat, and connects repeats sparks. */
    private static Map<String, int[]> shares() {
        Map<String, int[]> shares = new LinkedHashMap<>();
        for (int number = 0; number < 256; number++) {
            int sparks = number % 4;
            int[] times = {sparks, number / 4 % 4, number / 16 % 4, 1, sparks, number / 64};
            if (IntStream.of(times).sum() > 1) {
                shares.put(
                        String.join(
                                " ",
                                IntStream.of(times).mapToObj(String::valueOf).toList()),
                        times);
            }
        }
        return shares;
    }
}
