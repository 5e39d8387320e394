package org.passerelle.community;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Window;

/**
 * How often mandates are said to go with what others begin in drawn companies where they do not, and how often where others
 * begin 40 % of what they would. Argument: number of companies (1,000).
 */
public final class MandateAlarmsBench {
    private static final Window YEAR = new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    private MandateAlarmsBench() {}

    /** Prints a REPORT line for each. */
    public static void main(String[] arguments) {
        int companies = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        report("nothing planted", companies, 1);
        report("others begin 40 %", companies, 0.4);
    }

    private static void report(String what, int companies, double times) {
        int[] called = new int[4];
        for (int seed = 1; seed <= companies; seed++) {
            Map<String, MandateThreads> all = MandateDoseTest.company(seed, times);
            MandateDose dose = MandateDose.of(all, all.keySet(), YEAR);
            MandateEvents.Effect effect = dose.together();
            called[0] += effect != null && effect.p() < 0.05 ? 1 : 0;
            called[1] += effect != null && excludesNothing(effect.difference()) ? 1 : 0;
            called[2] += excludesNothing(dose.byHours().change()) ? 1 : 0;
            called[3] += excludesNothing(dose.bySteering().change()) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "REPORT %s, %d companies: appointments p below .05 %d, interval without 0 %d; hours %d; steered %d%n",
                what,
                companies,
                called[0],
                called[1],
                called[2],
                called[3]);
    }

    private static boolean excludesNothing(@Nullable Estimate estimate) {
        return estimate != null && (estimate.low() > 0 || estimate.high() < 0);
    }
}
