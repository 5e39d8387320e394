package org.passerelle.community;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How well orders of the people of some places find those who were appointed there. Precision is that of each appointed person's
 * place in the order; its mean over all of them is the average precision, of one place or of several together. Whoever never
 * contributed is never found.
 */
final class Orders {
    private static final int DRAWS = 2_000;

    private final Map<String, Map<String, Map<String, Double>>> values = new LinkedHashMap<>();

    /** Adds to a person's value in an order of a place. */
    void add(String order, String place, String person, double value) {
        values.computeIfAbsent(order, _ -> new TreeMap<>())
                .computeIfAbsent(place, _ -> new HashMap<>())
                .merge(person, value, Double::sum);
    }

    /** The names of the orders. */
    Collection<String> names() {
        return values.keySet();
    }

    private List<String> ranked(String order, String place) {
        return values.getOrDefault(order, Map.of()).getOrDefault(place, Map.of()).entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        // Ids may say who came first: equal ones come in an order that says nothing.
                        .thenComparingInt(entry -> entry.getKey().hashCode() * 0x9E3779B9)
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Precision at the place of each appointed person, in one order everywhere. */
    double[] precisions(String order, Map<String, Set<String>> appointed) {
        List<Double> precisions = new ArrayList<>();
        new TreeMap<>(appointed).forEach((place, people) -> {
            List<String> ranked = ranked(order, place);
            int found = 0;
            for (int at = 0; at < ranked.size(); at++) {
                if (people.contains(ranked.get(at))) {
                    precisions.add(++found / (at + 1.0));
                }
            }
            for (int missing = found; missing < people.size(); missing++) {
                precisions.add(0.0);
            }
        });
        return precisions.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Average precision. */
    double average(String order, Map<String, Set<String>> appointed) {
        return Arrays.stream(precisions(order, appointed)).average().orElse(Double.NaN);
    }

    /** Share of the appointed who are among as many first ones as were appointed in their place. */
    double atAppointed(String order, Map<String, Set<String>> appointed) {
        int hits = 0;
        int all = 0;
        for (Map.Entry<String, Set<String>> place : appointed.entrySet()) {
            all += place.getValue().size();
            hits += (int) ranked(order, place.getKey()).stream()
                    .limit(place.getValue().size())
                    .filter(place.getValue()::contains)
                    .count();
        }
        return hits / (double) all;
    }

    /**
     * One order's average precision less another's, with its interval from drawn places of appointed people: the first found by
     * one beside the first found by the other, so that both lists are drawn together.
     */
    String gain(String one, String other, Map<String, Set<String>> appointed) {
        Map<String, double[]> byPerson = new TreeMap<>();
        appointed.forEach((place, people) -> people.forEach(person -> byPerson.put(
                place + " " + person,
                new double[] {at(one, place, people, person), at(other, place, people, person)})));
        List<double[]> rows = List.copyOf(byPerson.values());
        SplittableRandom random = new SplittableRandom(1);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int row = 0; row < rows.size(); row++) {
                double[] chosen = rows.get(random.nextInt(rows.size()));
                drawn[draw] += (chosen[0] - chosen[1]) / rows.size();
            }
        }
        Arrays.sort(drawn);
        double mean =
                rows.stream().mapToDouble(row -> row[0] - row[1]).average().orElse(Double.NaN);
        return String.format(
                Locale.ROOT, "%+.3f [%+.3f, %+.3f]", mean, drawn[DRAWS / 40], drawn[DRAWS - DRAWS / 40 - 1]);
    }

    /** Precision at one appointed person's place, 0 for whoever is not in the order. */
    private double at(String order, String place, Set<String> people, String person) {
        List<String> ranked = ranked(order, place);
        int until = ranked.indexOf(person);
        return until < 0
                ? 0
                : ranked.subList(0, until + 1).stream().filter(people::contains).count() / (until + 1.0);
    }
}
