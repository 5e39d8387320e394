package org.passerelle.community;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Chart;
import org.passerelle.network.ReportingLine;

/**
 * What being somebody's boss gives a score, so that it can be taken away.
 *
 * <p>Rank is {@code log2(1 + people below)}, directly and indirectly, in the line of one day. The slope is that of least
 * squares of the score on the rank, over those who are steadily there; never below 0, so that rank is never made up for.
 * With fewer than {@value #LEAST} people with reports, or without, there is nothing to tell rank by: the slope is 0.
 * O(people x levels).
 */
final class FormalRank {
    private static final int LEAST = 5;
    private static final int LEVELS_MAX = 50;

    private FormalRank() {}

    /** People below each of these, in the same order. */
    static int[] below(Chart chart, List<String> people, LocalDate day) {
        Map<String, String> managers = new HashMap<>();
        chart.lines(day).stream()
                .filter(line -> line.kind() == ReportingLine.Kind.LINE)
                .forEach(line -> managers.putIfAbsent(line.personId(), line.managerId()));
        Map<String, Integer> below = new HashMap<>();
        for (String person : managers.keySet()) {
            String above = managers.get(person);
            // A line that runs in a circle must end too.
            for (int level = 0; above != null && level < LEVELS_MAX; level++) {
                below.merge(above, 1, Integer::sum);
                above = managers.get(above);
            }
        }
        return people.stream().mapToInt(id -> below.getOrDefault(id, 0)).toArray();
    }

    /** A person's rank. */
    static double rank(int below) {
        return Math.log1p(below) / Math.log(2);
    }

    /**
     * What one step of rank gives on average.
     *
     * @param scores of everybody
     * @param below people below each
     * @param steady who is there often enough to tell by
     */
    static double slope(double[] scores, int[] below, boolean[] steady) {
        int people = 0;
        int managers = 0;
        double rankSum = 0;
        double scoreSum = 0;
        for (int person = 0; person < scores.length; person++) {
            if (steady[person]) {
                people++;
                managers += below[person] > 0 ? 1 : 0;
                rankSum += rank(below[person]);
                scoreSum += scores[person];
            }
        }
        if (managers < LEAST || people - managers < LEAST) {
            return 0;
        }
        double together = 0;
        double spread = 0;
        for (int person = 0; person < scores.length; person++) {
            if (steady[person]) {
                double rank = rank(below[person]) - rankSum / people;
                together += rank * (scores[person] - scoreSum / people);
                spread += rank * rank;
            }
        }
        return Math.max(0, together / spread);
    }
}
