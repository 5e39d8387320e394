package org.passerelle.introduction;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.passerelle.introduction.LivingTopics.Living;
import org.passerelle.measure.Estimate;

/**
 * How many pairs have met among people of different groups who were dealt to a topic at random: from each group as many
 * as discuss it, out of all its people who discuss anything, those who discuss much more often (weighted draws without
 * replacement; Efraimidis and Spirakis 2006, doi:10.1016/j.ipl.2005.11.003). One order of the people of every group
 * serves all topics of a draw, so each topic has its own null and all together take O(draws (n log n + met pairs)).
 *
 * <p>Who discusses one thing also meets over it, so most topics have more met pairs than are dealt: few met pairs are the
 * more remarkable, and the test errs to the safe side.
 */
final class TopicDeals {
    static final int DRAWS = 999;

    /** Most draws for a topic of which few deals have as few. */
    static final int DRAWS_MAX = 19_999;

    private static final int AS_FEW_ENOUGH = 20;
    /** People put in order at most, in all draws together: some tens of seconds. */
    private static final int SHUFFLED_MAX = 200_000_000;

    private static final long SEED = 20_240_417;

    private final LivingTopics living;
    private final WhoHasMet met;
    private final int[] groupOf;
    private final int[] position;
    private final int[][] order;
    /** One stream for all draws: neighbouring seeds would give streams that overlap. */
    private final SplittableRandom random = new SplittableRandom(SEED);

    private final int[] wanted;

    private TopicDeals(LivingTopics living, WhoHasMet met) {
        this.living = living;
        this.met = met;
        this.groupOf = living.grouping().assignment();
        this.position = new int[groupOf.length];
        this.order = new int[living.grouping().groups().size()][];
        this.wanted = new int[order.length];
        for (int group = 0; group < order.length; group++) {
            int number = group;
            order[group] = IntStream.range(0, groupOf.length)
                    .filter(vertex -> groupOf[vertex] == number && living.topicsOf()[vertex] > 0)
                    .toArray();
        }
    }

    /**
     * One topic beside its deals.
     *
     * @param met pairs of its people of different groups who have met
     * @param expected mean and middle 95 % of the deals
     * @param deviation standard deviation of the deals
     * @param p share of deals with as few met pairs, the topic itself included
     */
    record Outcome(long met, Estimate expected, double deviation, double p) {
        /** Met less expected in standard deviations; NaN where all deals are alike. */
        double z() {
            return deviation > 0 ? ((double) met - expected.value()) / deviation : Double.NaN;
        }
    }

    /** The outcomes of all living topics, in their order. */
    static List<Outcome> of(LivingTopics living, WhoHasMet met) {
        TopicDeals deals = new TopicDeals(living, met);
        List<Living> topics = living.topics();
        long[] own = topics.stream().mapToLong(deals::metAmong).toArray();
        long[][] drawn = new long[topics.size()][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            deals.shuffle();
            for (int topic = 0; topic < drawn.length; topic++) {
                drawn[topic][draw] = deals.metAmongDealt(topics.get(topic));
            }
        }
        double[] p = deals.furtherDraws(own, drawn);
        return IntStream.range(0, drawn.length)
                .mapToObj(topic -> outcome(own[topic], drawn[topic], p[topic]))
                .toList();
    }

    /**
     * The share of deals with as few, for each topic: of the first draws where {@value #AS_FEW_ENOUGH} of them had as few,
     * else of further ones until as many had (Besag and Clifford 1991, doi:10.1093/biomet/78.2.301), for after a correction
     * for hundreds of topics a thousand draws tell none from chance.
     */
    private double[] furtherDraws(long[] own, long[][] drawn) {
        int[] asFew = new int[own.length];
        double[] p = new double[own.length];
        BitSet open = new BitSet();
        for (int topic = 0; topic < own.length; topic++) {
            long most = own[topic];
            asFew[topic] = (int)
                    Arrays.stream(drawn[topic]).filter(value -> value <= most).count();
            p[topic] = (1.0 + asFew[topic]) / (1 + DRAWS);
            open.set(topic, asFew[topic] < AS_FEW_ENOUGH);
        }
        int people = Arrays.stream(order).mapToInt(group -> group.length).sum();
        int drawsMax = Math.clamp(SHUFFLED_MAX / Math.max(1, people), DRAWS, DRAWS_MAX);
        for (int draw = DRAWS; draw < drawsMax && !open.isEmpty(); draw++) {
            shuffle();
            for (int topic = open.nextSetBit(0); topic >= 0; topic = open.nextSetBit(topic + 1)) {
                asFew[topic] += metAmongDealt(living.topics().get(topic)) <= own[topic] ? 1 : 0;
                boolean enough = asFew[topic] == AS_FEW_ENOUGH;
                p[topic] = enough ? asFew[topic] / (draw + 1.0) : (1.0 + asFew[topic]) / (draw + 2.0);
                open.set(topic, !enough);
            }
        }
        return p;
    }

    private static Outcome outcome(long met, long[] drawn, double p) {
        Arrays.sort(drawn);
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double squares = 0;
        for (double value : Arrays.stream(drawn).asDoubleStream().toArray()) {
            squares += (value - mean) * (value - mean);
        }
        return new Outcome(
                met,
                Estimate.holding(mean, (double) drawn[(int) (0.025 * drawn.length)], (double)
                        drawn[(int) (0.975 * drawn.length)]),
                Math.sqrt(squares / (drawn.length - 1)),
                p);
    }

    /** Puts the people of each group in a new order, those who discuss much rather in front. */
    private void shuffle() {
        for (int[] people : order) {
            long[] keys = new long[people.length];
            for (int place = 0; place < people.length; place++) {
                // The smallest of exponentials comes first in proportion to its rate.
                float wait = (float) (-Math.log(1 - random.nextDouble()) / living.topicsOf()[people[place]]);
                keys[place] = (long) Float.floatToIntBits(wait) << 32 | people[place];
            }
            Arrays.sort(keys);
            for (int place = 0; place < people.length; place++) {
                people[place] = (int) keys[place];
                position[people[place]] = place;
            }
        }
    }

    private long metAmongDealt(Living topic) {
        for (int group = 0; group < topic.groups().length; group++) {
            wanted[topic.groups()[group]] = topic.counts()[group];
        }
        long found = 0;
        for (int group : topic.groups()) {
            for (int place = 0; place < wanted[group]; place++) {
                int one = order[group][place];
                for (int slot = met.rowStart(one); slot < met.rowStart(one + 1); slot++) {
                    int other = met.other(slot);
                    int away = groupOf[other];
                    if (away > group && living.topicsOf()[other] > 0 && position[other] < wanted[away]) {
                        found++;
                    }
                }
            }
        }
        for (int group : topic.groups()) {
            wanted[group] = 0;
        }
        return found;
    }

    /** Pairs of the topic's own people of different groups who have met. */
    private long metAmong(Living topic) {
        boolean[] discusses = new boolean[groupOf.length];
        for (int vertex : topic.people()) {
            discusses[vertex] = true;
        }
        return IntStream.of(topic.people())
                .mapToLong(one -> met.of(one)
                        .filter(other -> discusses[other] && groupOf[other] > groupOf[one])
                        .count())
                .sum();
    }
}
