package org.passerelle.measure;

import java.util.List;

/**
 * Whether more of somebody's people are marked than chance would have it, when marks are dealt anew among everybody of the
 * same stratum: exact, by the hypergeometric distribution of each stratum and their convolution (Ronald Fisher, The logic
 * of inductive inference, 1935, doi:10.2307/2342435; strata as in Nathan Mantel and William Haenszel, Statistical aspects
 * of the analysis of data from retrospective studies of disease, 1959, doi:10.1093/jnci/22.4.719).
 *
 * <p>For an organisation: the marked are those who became active in the thirty days after somebody did, a stratum is
 * everybody at one site who joined in one month and was not yet active, somebody's people are the neighbours. Dealing times
 * anew within strata is the shuffle test of Aris Anagnostopoulos, Ravi Kumar and Mohammad Mahdian, Influence and correlation
 * in social networks, 2008, doi:10.1145/1401890.1401897.
 *
 * <p>p is the chance of as many or more: at most alpha in a share alpha of cases without effect (it is a step function, so
 * often in fewer). Time O(own^2 of all strata), memory O(own). No strata: nothing expected, p 1.
 */
public final class StratifiedCounts {
    private static final double ROUNDING = 1e-12;
    private static final int TABLE = 1_024;
    private static final double[] LOG_FACTORIALS = table();

    private StratifiedCounts() {}

    /**
     * One stratum.
     *
     * @param people everybody in it
     * @param marked how many of them are marked
     * @param own how many of them are somebody's people
     */
    public record Stratum(int people, int marked, int own) {
        /** Refuses parts larger than the whole. */
        public Stratum {
            if (marked < 0 || own < 0 || marked > people || own > people) {
                throw new IllegalArgumentException(
                        "marked and own are 0 to " + people + ", not " + marked + " and " + own);
            }
        }
    }

    /**
     * What chance would bring.
     *
     * @param mean expected number of own who are marked
     * @param low 2.5 % of deals bring fewer
     * @param high 2.5 % bring more
     * @param p chance of at least as many as observed
     */
    public record Chance(double mean, int low, int high, double p) {}

    /** What chance would bring beside what was observed. */
    public static Chance compute(List<Stratum> strata, int observed) {
        double[] distribution = {1};
        for (Stratum stratum : strata) {
            distribution = sum(distribution, hypergeometric(stratum));
        }
        double mean = 0;
        double p = 0;
        double below = 0;
        int low = 0;
        int high = 0;
        for (int count = 0; count < distribution.length; count++) {
            mean += count * distribution[count];
            p += count >= observed ? distribution[count] : 0;
            below += distribution[count];
            low = below < 0.025 - ROUNDING ? count + 1 : low;
            high = below < 0.975 - ROUNDING ? count + 1 : high;
        }
        int most = distribution.length - 1;
        return new Chance(mean, Math.min(low, most), Math.min(high, most), Math.min(1, p));
    }

    private static double[] hypergeometric(Stratum stratum) {
        int most = Math.min(stratum.own(), stratum.marked());
        double[] distribution = new double[most + 1];
        double whole = logChoose(stratum.people(), stratum.own());
        for (int count = 0; count <= most; count++) {
            int others = stratum.own() - count;
            if (others <= stratum.people() - stratum.marked()) {
                distribution[count] = Math.exp(logChoose(stratum.marked(), count)
                        + logChoose(stratum.people() - stratum.marked(), others)
                        - whole);
            }
        }
        return distribution;
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length + other.length - 1];
        for (int left = 0; left < one.length; left++) {
            for (int right = 0; right < other.length; right++) {
                sum[left + right] += one[left] * other[right];
            }
        }
        return sum;
    }

    private static double logChoose(int from, int chosen) {
        return logFactorial(from) - logFactorial(chosen) - logFactorial(from - chosen);
    }

    private static double logFactorial(int number) {
        if (number < TABLE) {
            return LOG_FACTORIALS[number];
        }
        // Stirling's series, from 1,024 on exact to the last digits of a double.
        double n = number;
        return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n * n * n);
    }

    private static double[] table() {
        double[] logs = new double[TABLE];
        for (int number = 1; number < TABLE; number++) {
            logs[number] = logs[number - 1] + Math.log(number);
        }
        return logs;
    }
}
