package org.passerelle.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.bridge.Bridge;
import org.passerelle.bridge.BridgeQuestion;
import org.passerelle.bridge.Bridges;
import org.passerelle.bridge.RoleScore;
import org.passerelle.introduction.TopicChances;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.Proportion;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicDiscussions.Part;
import org.passerelle.network.Window;
import org.passerelle.silo.ChannelDifferences;
import org.passerelle.silo.ChannelSilos;
import org.passerelle.silo.GroupScore;
import org.passerelle.silo.SiloCell;
import org.passerelle.silo.SiloQuestion;
import org.passerelle.silo.Silos;

/**
 * How often the consultant's answers call a difference where there is none, nominally 5 of 100: over small companies in
 * which some people are busier than others and some pairs see each other often, but nobody cares for units, channels,
 * days or topics. Arguments: how many companies (1,000), and the first seed (1).
 */
public final class FalseAlarmsBench {
    private static final double NOMINAL = .05;
    private static final double NORMAL = 1.96;
    private static final int WEEKS = 26;
    /** People of the four units. */
    private static final int[] SIZES = {7, 9, 11, 13};

    private final Map<String, long[]> counts = new LinkedHashMap<>();

    private FalseAlarmsBench() {}

    /** Prints a row for each kind of answer: alarms, how many could have been, share and Wilson's interval. */
    public static void main(String[] arguments) {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        FalseAlarmsBench bench = new FalseAlarmsBench();
        for (long seed = first; seed < first + companies; seed++) {
            bench.ask(seed);
        }
        System.out.printf(Locale.ROOT, "%d companies from seed %d%n", companies, first);
        bench.counts.forEach((what, count) -> {
            Proportion share = Proportion.of(count[0], count[1]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d of %d | %.2f %% (%.2f to %.2f) |%n",
                    what,
                    count[0],
                    count[1],
                    100 * share.share(),
                    100 * share.low(),
                    100 * share.high());
        });
    }

    private void ask(long seed) {
        NetworkSnapshot company = company(new SplittableRandom(seed));
        Window days = SmallOrganisation.days(0, 7 * WEEKS - 1);
        SiloQuestion question = SiloQuestion.of(Dimension.UNIT, 0, days);
        boolean any = false;
        for (SiloCell cell : Silos.compute(company, question).cells()) {
            Estimate ratio = cell.observedOverExpected();
            if (ratio != null && ratio.value() > 0) {
                boolean alarm = ratio.low() > 1 || ratio.high() < 1;
                count("silos: a cell surely above or below expected", alarm);
                any |= alarm;
            }
        }
        count("silos: any of the 10 cells, not corrected", any);
        List<ChannelSilos> channels = ChannelDifferences.of(company, question);
        for (ChannelSilos channel : channels) {
            Estimate difference = channel.difference();
            if (difference != null) {
                count(
                        "channels: E-I of one differs from all (" + channel.channel() + ")",
                        difference.low() > 0 || difference.high() < 0);
            }
        }
        var dealt = ChannelDifferences.dealt(company, question);
        if (dealt.whole() != null) {
            p("silos: E-I of the whole, groups dealt anew", dealt.whole().p());
        }
        for (GroupScore group : dealt.groups()) {
            if (group.score() != null) {
                p("silos: E-I of a group, groups dealt anew", group.score().p());
            }
        }
        bridges(company, days);
        compare(company);
        for (double p : TopicChances.of(company, discussions(new SplittableRandom(~seed), 20), days)) {
            p("transverse topics: a topic", p);
        }
    }

    private void bridges(NetworkSnapshot company, Window days) {
        for (Bridge bridge : Bridges.compute(company, new BridgeQuestion(Dimension.UNIT, 0, days))) {
            for (RoleScore role : bridge.roles()) {
                RoleScore.Chance chance = role.groupsDealt();
                if (chance != null && chance.z() != null && chance.expected() >= 5) {
                    count(
                            "bridges: a role's z beyond 1.96, groups dealt (5 or more expected)",
                            Math.abs(chance.z()) > NORMAL);
                }
            }
        }
    }

    private void compare(NetworkSnapshot company) {
        int half = 7 * WEEKS / 2;
        WindowComparison comparison = Comparisons.compute(
                company,
                new ComparisonQuestion(
                        Dimension.UNIT,
                        0,
                        SmallOrganisation.days(0, half - 1),
                        SmallOrganisation.days(half, 2 * half - 1),
                        List.of("A"),
                        1));
        p("compare: E-I of the whole", comparison.externalInternal().p());
        p("compare: activity of the whole", comparison.activity().p());
        boolean any = false;
        for (CellChange cell : comparison.cells()) {
            p("compare: a cell, not corrected", cell.observedOverExpected().p());
            any |= cell.observedOverExpected().significant();
        }
        count("compare: any cell, corrected", any);
        for (GroupChange group : comparison.groups()) {
            if (group.permeability() != null) {
                p(
                        "compare: permeability of a group, not corrected",
                        group.permeability().p());
            }
        }
        for (EffectFigure effect : comparison.effect()) {
            p(
                    "initiative: " + effect.kind().name().toLowerCase(Locale.ROOT) + " against elsewhere",
                    effect.gap().p());
        }
    }

    /**
     * 40 people in four units. A pair exchanges in a week by chance, more often when both are busy and when the pair is
     * close; mail is used twice as often as chat, by everybody.
     */
    private static NetworkSnapshot company(SplittableRandom random) {
        SmallOrganisation company = new SmallOrganisation();
        int people = IntStream.of(SIZES).sum();
        for (int person = 0; person < people; person++) {
            company.unit(unit(person), name(person));
        }
        double[] busy =
                random.doubles(people).map(value -> Math.exp(1.5 * value)).toArray();
        for (int one = 0; one < people; one++) {
            for (int other = one + 1; other < people; other++) {
                double rate = .0035 * busy[one] * busy[other] * -Math.log(1 - random.nextDouble());
                exchanges(company, random, one, other, "mail", Math.min(.9, rate));
                exchanges(company, random, one, other, "chat", Math.min(.9, rate / 2));
            }
        }
        return company.snapshot();
    }

    private static void exchanges(
            SmallOrganisation company, SplittableRandom random, int one, int other, String channel, double rate) {
        int[] days = IntStream.range(0, WEEKS)
                .filter(_ -> random.nextDouble() < rate)
                .map(week -> 7 * week + random.nextInt(5))
                .toArray();
        if (days.length > 0) {
            // Who writes to whom is chance too: by number it would go from one unit to the next.
            boolean back = random.nextBoolean();
            company.exchange(channel, name(back ? other : one), name(back ? one : other), days);
        }
    }

    private static String name(int person) {
        return "p" + (10 + person);
    }

    private static String unit(int person) {
        int unit = 0;
        int before = SIZES[0];
        while (person >= before) {
            before += SIZES[++unit];
        }
        return String.valueOf((char) ('A' + unit));
    }

    /** Topics of some people each, whoever they are, everybody in a discussion of their own. */
    private static List<Part> discussions(SplittableRandom random, int topics) {
        List<Part> parts = new ArrayList<>();
        int people = IntStream.of(SIZES).sum();
        for (int number = 0; number < topics; number++) {
            Topic topic = new Topic("t" + number, "t" + number, List.of(), 4, 4);
            for (int draw = 0; draw < 12; draw++) {
                parts.add(new Part(topic, name(random.nextInt(people)), number + " " + draw, true));
            }
        }
        return parts;
    }

    private void p(String what, @Nullable Double value) {
        if (value != null && !value.isNaN()) {
            count(what, value <= NOMINAL);
        }
    }

    private void count(String what, boolean alarm) {
        long[] count = counts.computeIfAbsent(what, _ -> new long[2]);
        count[0] += alarm ? 1 : 0;
        count[1]++;
    }
}
