package org.passerelle.adoption;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.passerelle.measure.ManyTests;
import org.passerelle.measure.StratifiedCounts;
import org.passerelle.measure.StratifiedCounts.Chance;
import org.passerelle.measure.StratifiedCounts.Stratum;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Language;

/**
 * After whom their neighbours become active, and whether neighbours do so after one another at all.
 *
 * <p>Somebody becomes active with the first contribution. Neighbours are those of the day before ({@link Neighbourhood}), so
 * nobody is a neighbour because of what followed; a neighbourhood of more than {@value #NEIGHBOURS_MAX} people is none. The
 * null deals the days on which people became active anew within strata: the same site, and the same month of joining for
 * those who joined after the data begin (site is left out where it is the neighbourhood). So a season, a site's opening or
 * a wave of hiring is no conversion; a push in one unit still looks like one (homophily and shocks are not told from
 * influence: Sinan Aral, Lev Muchnik and Arun Sundararajan, 2009, doi:10.1073/pnas.0908800106).
 *
 * <p>Person by person the null is exact ({@link StratifiedCounts}): of those of a stratum who became active later than the
 * person, which ones did so within {@value #HORIZON_DAYS} days. Whoever has at least {@value #NEIGHBOURS_MIN} neighbours
 * who became active later is looked at, whatever came of it; p-values are adjusted for all of them (Benjamini and Hochberg).
 * Over everybody, days are dealt anew up to {@value #DEALS} times, fewer where there are many pairs.
 */
final class Conversions {
    static final int HORIZON_DAYS = 30;
    static final int NEIGHBOURS_MIN = 3;
    static final int NEIGHBOURS_MAX = 500;
    static final double REMARKABLE = 0.05;
    private static final int DEALS = 999;
    private static final int DEALS_MIN = 99;
    private static final long PAIRS_MAX = 200_000_000L;
    private static final long SEED = 7;

    private final AdoptionGround ground;
    private final Neighbourhood neighbourhood;
    /** Vertices that became active, in order, and when. */
    private final int[] people;

    private final int[] days;
    /** For each of them the positions of the neighbours who became active too. */
    private final int[][] neighbours;

    private final List<int[]> strata;

    /** Everything about one neighbourhood; converters with the least adjusted p first. */
    record Result(Contagion contagion, List<Converter> converters) {
        Result {
            converters = List.copyOf(converters);
        }
    }

    private Conversions(AdoptionGround ground, Neighbourhood neighbourhood) {
        this.ground = ground;
        this.neighbourhood = neighbourhood;
        int start = Math.max(ground.question.window().fromEpochDay(), ground.firstDay + Newcomers.LEAD_IN_DAYS);
        people = IntStream.range(0, ground.firstRow.length)
                .filter(vertex -> ground.counted[vertex])
                .filter(vertex -> ground.firstDayOf(vertex) >= start && ground.firstDayOf(vertex) <= ground.lastDay)
                .toArray();
        days = Arrays.stream(people).map(ground::firstDayOf).toArray();
        neighbours = neighbours();
        strata = strata();
    }

    static Result compute(AdoptionGround ground, Neighbourhood neighbourhood) {
        return new Conversions(ground, neighbourhood).result();
    }

    private int[][] neighbours() {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < people.length; place++) {
            places.put(id(place), place);
        }
        Chart chart = ground.snapshot.chart();
        int[][] neighbours = new int[people.length][];
        for (int place = 0; place < people.length; place++) {
            Set<String> all = neighbourhood.of(id(place), chart, dayBefore(place));
            neighbours[place] = all.size() > NEIGHBOURS_MAX
                    ? new int[0]
                    : all.stream()
                            .filter(places::containsKey)
                            .mapToInt(places::get)
                            .toArray();
        }
        return neighbours;
    }

    private String id(int place) {
        return ground.snapshot.person(people[place]).id();
    }

    private LocalDate dayBefore(int place) {
        return AdoptionGround.date(days[place] - 1);
    }

    private List<int[]> strata() {
        TreeMap<String, List<Integer>> strata = new TreeMap<>();
        for (int place = 0; place < people.length; place++) {
            strata.computeIfAbsent(stratum(place), _ -> new ArrayList<>()).add(place);
        }
        return strata.values().stream()
                .map(stratum -> stratum.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private String stratum(int place) {
        LocalDate joined = ground.snapshot.person(people[place]).joined();
        String month = joined == null || joined.toEpochDay() < ground.firstDay
                ? ""
                : YearMonth.from(joined).toString();
        String site = neighbourhood == Neighbourhood.SITE
                ? ""
                : ground.snapshot
                        .chart()
                        .groupOf(id(place), Dimension.SITE, dayBefore(place), 0)
                        .map(Group::id)
                        .orElse("");
        return month + " " + site;
    }

    private Result result() {
        int[][] sorted = new int[strata.size()][];
        int[] stratumOf = new int[people.length];
        for (int stratum = 0; stratum < sorted.length; stratum++) {
            int[] members = strata.get(stratum);
            sorted[stratum] =
                    Arrays.stream(members).map(place -> days[place]).sorted().toArray();
            for (int place : members) {
                stratumOf[place] = stratum;
            }
        }
        List<Converter> looked = new ArrayList<>();
        for (int place = 0; place < people.length; place++) {
            if (days[place] + HORIZON_DAYS <= ground.lastDay) {
                look(place, sorted, stratumOf, looked);
            }
        }
        return new Result(contagion(looked.size()), remarkable(looked));
    }

    /** Adds the person with the plain p, where there are enough neighbours. */
    private void look(int place, int[][] sorted, int[] stratumOf, List<Converter> looked) {
        int day = days[place];
        TreeMap<Integer, Integer> own = new TreeMap<>();
        int later = 0;
        int followed = 0;
        for (int neighbour : neighbours[place]) {
            if (days[neighbour] > day) {
                later++;
                followed += days[neighbour] <= day + HORIZON_DAYS ? 1 : 0;
                own.merge(stratumOf[neighbour], 1, Integer::sum);
            }
        }
        if (later < NEIGHBOURS_MIN) {
            return;
        }
        List<Stratum> atRisk = new ArrayList<>();
        own.forEach((stratum, number) -> {
            int until = upTo(sorted[stratum], day);
            int soon = upTo(sorted[stratum], day + HORIZON_DAYS);
            atRisk.add(new Stratum(sorted[stratum].length - until, soon - until, number));
        });
        Chance chance = StratifiedCounts.compute(atRisk, followed);
        looked.add(new Converter(
                ground.snapshot.person(people[place]),
                AdoptionGround.date(day),
                later,
                followed,
                chance.mean(),
                chance.low(),
                chance.high(),
                chance.p(),
                chance.p()));
    }

    /** How many of ascending days are no later than that one. */
    private static int upTo(int[] ascending, int day) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Converter> remarkable(List<Converter> looked) {
        double[] adjusted = ManyTests.falseDiscoveries(
                looked.stream().mapToDouble(Converter::p).toArray());
        List<Converter> remarkable = new ArrayList<>();
        for (int place = 0; place < adjusted.length; place++) {
            if (adjusted[place] < REMARKABLE) {
                remarkable.add(looked.get(place).adjustedTo(adjusted[place]));
            }
        }
        remarkable.sort(Comparator.comparingDouble(Converter::adjusted)
                .thenComparingDouble(Converter::p)
                .thenComparing(found -> found.person().id()));
        return remarkable;
    }

    private Contagion contagion(int tested) {
        long pairs = Arrays.stream(neighbours).mapToLong(list -> list.length).sum();
        if (people.length > 0 && people.length < ground.question.peopleMin()) {
            return Contagion.without(FigureState.SUPPRESSED, people.length, tested);
        }
        if (pairs == 0) {
            return Contagion.without(FigureState.NO_DATA, people.length, tested);
        }
        int deals = Math.clamp(PAIRS_MAX / pairs, DEALS_MIN, DEALS);
        int followed = followed(days);
        int[] drawn = new int[deals];
        int asMany = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        int[] dealt = days.clone();
        for (int deal = 0; deal < deals; deal++) {
            strata.forEach(stratum -> shuffle(stratum, dealt, random));
            drawn[deal] = followed(dealt);
            asMany += drawn[deal] >= followed ? 1 : 0;
        }
        Arrays.sort(drawn);
        double expected = Arrays.stream(drawn).average().orElseThrow();
        double low = drawn[(int) (0.025 * (deals - 1))];
        double high = drawn[(int) Math.ceil(0.975 * (deals - 1))];
        double p = (asMany + 1.0) / (deals + 1.0);
        return new Contagion(
                FigureState.SHOWN,
                people.length,
                tested,
                followed,
                expected,
                low,
                high,
                p,
                sentence(followed, expected, low, high, p));
    }

    private int followed(int[] on) {
        int followed = 0;
        for (int place = 0; place < neighbours.length; place++) {
            for (int neighbour : neighbours[place]) {
                int later = on[neighbour] - on[place];
                followed += later > 0 && later <= HORIZON_DAYS ? 1 : 0;
            }
        }
        return followed;
    }

    private static void shuffle(int[] stratum, int[] dealt, SplittableRandom random) {
        for (int last = stratum.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int kept = dealt[stratum[last]];
            dealt[stratum[last]] = dealt[stratum[other]];
            dealt[stratum[other]] = kept;
        }
    }

    private static Bilingual sentence(int followed, double expected, double low, double high, double p) {
        return Bilingual.of(in -> {
            String chance = in.number(expected, 1);
            String from = in.number(low, 0);
            String to = in.number(high, 0);
            return in == Language.FRENCH
                    ? (p < REMARKABLE
                                    ? "On devient actif après ses voisins, sans que cela prouve que les uns entraînent les autres"
                                    : "Pas plus que le hasard")
                            + "\u00a0: " + in.number(followed, 0) + " fois, quelqu'un est devenu actif dans les "
                            + HORIZON_DAYS
                            + " jours après un voisin ; des dates tirées au sort en donneraient " + chance + " (de "
                            + from
                            + " à " + to + "), p = " + in.number(p, 4) + "."
                    : (p < REMARKABLE
                                    ? "Neighbours become active after one another, an association and no proof that one"
                                            + " brings the other"
                                    : "No more than chance")
                            + ": " + in.number(followed, 0) + " times somebody became active within " + HORIZON_DAYS
                            + " days after a neighbour, times dealt anew would bring " + chance + " (" + from + " to "
                            + to
                            + "), p = " + in.number(p, 4) + ".";
        });
    }
}
