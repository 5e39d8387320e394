package org.passerelle.community;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.RankCorrelation;
import org.passerelle.measure.Weeks;

/**
 * Whether a manager exchanges less with their own reports in weeks in which more of what they do is in communities:
 * animating a community well can be at the cost of the rest of the job.
 *
 * <p>Weeks in which the manager did anything towards others are ranked twice, by the share of it that was in communities and by
 * exchanges with reports, for each report of that week; the answer is the correlation of the two ranks, with an interval from
 * drawn pairs of weeks ({@link RankCorrelation}). What the manager says to reports is left out of the share, or every word to them would lower it by
 * arithmetic alone. An association: in a week of holidays or of a crisis both may change. O(weeks log weeks).
 *
 * @param reports most people who reported directly in one of the weeks
 * @param weeks how many weeks count
 * @param communityShare mean share of the weeks; NaN without any
 * @param exchanges mean exchanges with each report in a week; NaN without any
 * @param correlation null with fewer than {@value #WEEKS_MIN} weeks, or where one of the two never changes
 */
record CrowdingOut(
        int reports,
        int weeks,
        double communityShare,
        double exchanges,
        @Nullable Estimate correlation) {
    static final int WEEKS_MIN = 8;

    /**
     * What a manager did in a week.
     *
     * @param inCommunities own contributions in communities
     * @param toOthers what was addressed to people who do not report to them
     * @param withReports exchanges with reports, either way
     * @param reports how many reported
     */
    record Week(int inCommunities, int toOthers, int withReports, int reports) {
        boolean counts() {
            return reports > 0 && inCommunities + toOthers > 0;
        }

        double communityShare() {
            return (double) inCommunities / (inCommunities + toOthers);
        }

        double exchanges() {
            return (double) withReports / reports;
        }
    }

    /** Of these weeks, in order. */
    static CrowdingOut of(Week[] all) {
        Week[] weeks = Arrays.stream(all).filter(Week::counts).toArray(Week[]::new);
        double[] shares = Arrays.stream(weeks).mapToDouble(Week::communityShare).toArray();
        double[] exchanges = Arrays.stream(weeks).mapToDouble(Week::exchanges).toArray();
        return new CrowdingOut(
                Arrays.stream(all).mapToInt(Week::reports).max().orElse(0),
                weeks.length,
                Arrays.stream(shares).average().orElse(Double.NaN),
                Arrays.stream(exchanges).average().orElse(Double.NaN),
                weeks.length < WEEKS_MIN ? null : correlation(shares, exchanges));
    }

    /** Whether it is lower in such weeks than chance would have it. */
    boolean crowdsOut() {
        return correlation != null && correlation.high() < 0;
    }

    private static @Nullable Estimate correlation(double[] one, double[] other) {
        Weeks.Interval interval = RankCorrelation.ofWeeks(one, other, Weeks.Parameters.defaults());
        return Double.isNaN(interval.value()) || Double.isNaN(interval.low())
                ? null
                : Estimate.holding(interval.value(), interval.low(), interval.high());
    }
}
