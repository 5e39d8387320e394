package org.passerelle.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.demonstration.InventedCommunities;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.demonstration.Pattern;
import org.passerelle.loop.InventedNeeds;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.Group;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.Window;
import tools.jackson.databind.JsonNode;

/**
 * What is planted in the communities of invented companies and what of it is found: animators beside orders by volume, the
 * appointed broadcaster, the drowned community, absences; and the same with what was planted left out.
 * Arguments: number of companies (20) and of people (400).
 */
public final class AnimationBench {
    private static final int DRAWS = 2_000;

    private final Map<String, int[]> found = new LinkedHashMap<>();
    private final Map<String, List<Double>> precisions = new LinkedHashMap<>();
    private final List<Absences.Matched> absences = new ArrayList<>();
    private final List<PlantedAnimator> animators = new ArrayList<>();
    private int companies;

    private AnimationBench() {}

    /** Prints REPORT lines. */
    public static void main(String[] arguments) throws IOException {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        Path directory = Files.createTempDirectory("animation");
        AnimationBench planted = new AnimationBench();
        AnimationBench without = new AnimationBench();
        Switches none = Switches.all()
                .without(Pattern.ANIMATORS)
                .without(Pattern.DROWNED)
                .without(Pattern.DYING)
                .without(Pattern.QUIET);
        for (int seed = 1; seed <= companies; seed++) {
            InventedCommunities company =
                    InventedCommunities.of(new Parameters(people, seed, Switches.all()), directory);
            planted.company(company, company);
            without.company(InventedCommunities.of(new Parameters(people, seed, none), directory), company);
        }
        planted.report("planted");
        without.report("left out");
    }

    private void count(String what, boolean one) {
        int[] counts = found.computeIfAbsent(what, _ -> new int[2]);
        counts[0] += one ? 1 : 0;
        counts[1]++;
    }

    /** Looks in a company for what is told of one: the same where it is planted, and its twin where it is left out. */
    private void company(InventedCommunities company, InventedCommunities told) {
        Window window = company.snapshot().extent();
        PresentWeeks anywhere = PresentWeeks.of(company.snapshot());
        Map<String, Life> lives = new TreeMap<>();
        company.acts().forEach((id, acts) -> company.snapshot()
                .chart()
                .group(id)
                .ifPresent(group -> lives.put(id, life(group, acts, company, window, anywhere))));
        health(lives, company, told, window);
        seen(lives, company, told, window, anywhere);
        for (JsonNode planted : told.truth().get("animators")) {
            Life life = lives.get(planted.get("community").asString());
            if (life != null) {
                animator(life, planted.get("person").asString());
            }
        }
        String outsider = told.truth().get("broadcaster").get("person").asString();
        Life aired = lives.get(told.truth().get("broadcaster").get("community").asString());
        if (aired != null) {
            count("broadcaster among the first five", rank(aired.animators(), Scored::score, outsider) <= 5);
            count(
                    "broadcaster among the first five by messages",
                    rank(aired.animators(), Scored::contributions, outsider) <= 5);
        }
        doses(lives, told, window);
        List<Absences.Matched> away =
                lives.values().stream().map(Life::absences).toList();
        Estimate difference = Absences.Matched.together(away).effect(Life.SEED).difference();
        count("more is lost while animators are away (interval below 0)", difference != null && difference.high() < 0);
        count("less is lost (interval above 0)", difference != null && difference.low() > 0);
        absences.addAll(away);
        companies++;
    }

    private static Life life(
            Group group, List<Act> acts, InventedCommunities company, Window window, PresentWeeks anywhere) {
        int people = (int) acts.stream().map(Act::personId).distinct().count();
        int threads = (int) acts.stream().map(Act::thread).distinct().count();
        Community community =
                new Community(group, new Volume(group.id(), acts.size(), people, threads), window, company.snapshot());
        return Life.of(community, Animation.Acts.of(acts, window), anywhere);
    }

    private void animator(Life life, String person) {
        List<Scored> people = life.animators();
        animators.add(new PlantedAnimator(companies, people, person));
        int rank = rank(people, Scored::score, person);
        count("animator first", rank == 1);
        count("animator among the first three", rank <= 3);
        count("animator among the first five", rank <= 5);
        count(
                "animator beyond chance",
                people.stream().anyMatch(one -> one.personId().equals(person) && one.significant()));
        precision("score", rank);
        precision("messages", rank(people, Scored::contributions, person));
        precision("exchanges among others afterwards", rank(people, Scored::sparked, person));
        precision("the same beyond volume", rank(people, one -> one.sparked() - one.sparkedExpected(), person));
        for (int part = 0; part < AnimatorScores.partNames().size(); part++) {
            int left = part;
            precision(
                    "score without " + AnimatorScores.partNames().get(part),
                    rank(people, one -> without(one, left), person));
        }
    }

    private static double without(Scored scored, int part) {
        double sum = scored.parts().stream().mapToDouble(Double::doubleValue).sum();
        return sum == 0 ? 0 : scored.score() * (sum - scored.parts().get(part)) / sum;
    }

    /** One is relevant: its average precision is one over its rank. */
    private void precision(String order, int rank) {
        precisions.computeIfAbsent(order, _ -> new ArrayList<>()).add(1.0 / rank);
    }

    /** Place from 1; equal ones in order of id. */
    private static int rank(List<Scored> people, ToDoubleFunction<Scored> value, String person) {
        List<String> order = people.stream()
                .sorted(Comparator.comparingDouble(value).reversed().thenComparing(Scored::personId))
                .map(Scored::personId)
                .toList();
        int place = order.indexOf(person);
        return place < 0 ? Integer.MAX_VALUE : place + 1;
    }

    private void doses(Map<String, Life> lives, InventedCommunities told, Window window) {
        Map<String, MandateThreads> threads = new TreeMap<>();
        lives.forEach((id, life) -> threads.put(id, life.mandates()));
        String drowned = told.truth().get("drowned").get("community").asString();
        String aired = told.truth().get("broadcaster").get("community").asString();
        for (String place : List.of(drowned, aired)) {
            String name = place.equals(drowned) ? "drowned" : "broadcaster's";
            MandateDose dose = MandateDose.of(threads, Set.of(place), window);
            MandateEvents.Effect effect = dose.together();
            if (effect != null) {
                count(name + " community: others begin less after the appointment", effect.ratio() < 0);
                count(name + " community: and p is .1 or less", effect.ratio() < 0 && effect.p() <= 0.1);
                precisions
                        .computeIfAbsent(name + " community: ratio of threads begun, less 1", _ -> new ArrayList<>())
                        .add(effect.ratio());
            }
        }
        MandateDose all = MandateDose.of(threads, threads.keySet(), window);
        Estimate steering = all.bySteering().change();
        Estimate hours = all.byHours().change();
        count("more steered, fewer begun later (interval below 0)", steering != null && steering.high() < 0);
        count("more steered, more begun later (interval above 0)", steering != null && steering.low() > 0);
        count("more hours, fewer begun later (interval below 0)", hours != null && hours.high() < 0);
        count("more hours, more begun later (interval above 0)", hours != null && hours.low() > 0);
        List<String> fragile = lives.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        entry -> -entry.getValue().fragility().orElse(Double.NEGATIVE_INFINITY)))
                .map(Map.Entry::getKey)
                .toList();
        count("drowned community among the three most fragile", fragile.indexOf(drowned) < 3);
        SelfRegulation.Removal removal =
                lives.containsKey(drowned) ? lives.get(drowned).selfRegulation().withoutAppointed() : null;
        Double kept = removal == null ? null : removal.kept();
        Double expected = removal == null ? null : removal.expected();
        count(
                "drowned community loses more without its appointed one than without others alike",
                kept != null && expected != null && kept < expected);
    }

    /** Dying and quiet communities as the product calls them, and others that it calls so. */
    private void health(Map<String, Life> lives, InventedCommunities company, InventedCommunities told, Window window) {
        Map<String, List<Need>> needs = InventedNeeds.of(company.marked());
        String dying = told.truth().get("dyingCommunity").asString();
        String quiet = told.truth().get("quietCommunity").asString();
        lives.forEach((id, life) -> {
            CommunityHealth.State state = CommunityHealth.of(life.exchange(), needs.getOrDefault(id, List.of()), window)
                    .state();
            count(
                    id.equals(dying) ? "dying community called DYING" : "other community called DYING",
                    state == CommunityHealth.State.DYING);
            count(
                    id.equals(quiet) ? "quiet community called QUIET" : "other community called QUIET",
                    state == CommunityHealth.State.QUIET);
        });
    }

    /** Absences that were planted, and whether they are seen at all. */
    private void seen(
            Map<String, Life> lives,
            InventedCommunities company,
            InventedCommunities told,
            Window window,
            PresentWeeks anywhere) {
        for (JsonNode planted : told.truth().get("absences")) {
            String community = planted.get("animatorOf").asString();
            List<Act> acts = company.acts().get(community);
            if (acts == null || !lives.containsKey(community)) {
                continue;
            }
            int week = Math.floorDiv(
                    (int) LocalDate.parse(planted.get("from").asString()).toEpochDay(), 7);
            Animation.Acts own = Animation.Acts.of(acts, window);
            count(
                    "planted absence of an animator seen",
                    Absences.of(Exchanges.of(Threads.of(Turns.of(own.inWindow()))), anywhere).stream()
                            .anyMatch(one ->
                                    one.personId().equals(planted.get("person").asString())
                                            && Math.abs(one.firstWeek() - week) <= 1));
        }
    }

    private void report(String what) {
        System.out.printf(
                Locale.ROOT,
                "REPORT %s: absences of all companies together: %s%n",
                what,
                Absences.Matched.together(absences).effect(Life.SEED));
        AbsencePower.report(what, Absences.Matched.together(absences));
        PartShares.report(what, animators);
        found.forEach((name, counts) ->
                System.out.printf(Locale.ROOT, "REPORT %s: %s: %d of %d%n", what, name, counts[0], counts[1]));
        List<Double> score = precisions.getOrDefault("score", List.of());
        precisions.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "REPORT %s: %s: mean %.3f%s%n",
                what,
                name,
                values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
                values.size() == score.size() && !name.equals("score")
                        ? ", score more by " + gain(score, values)
                        : ""));
    }

    /** Mean of differences pair by pair, with its interval from drawn communities. */
    private static String gain(List<Double> one, List<Double> other) {
        SplittableRandom random = new SplittableRandom(1);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int pair = 0; pair < one.size(); pair++) {
                int chosen = random.nextInt(one.size());
                sum += one.get(chosen) - other.get(chosen);
            }
            drawn[draw] = sum / one.size();
        }
        Arrays.sort(drawn);
        double mean = 0;
        for (int pair = 0; pair < one.size(); pair++) {
            mean += (one.get(pair) - other.get(pair)) / one.size();
        }
        return String.format(
                Locale.ROOT, "%+.3f [%+.3f, %+.3f]", mean, drawn[DRAWS / 40], drawn[DRAWS - DRAWS / 40 - 1]);
    }
}
