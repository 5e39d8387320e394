package org.passerelle.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of {@link FalseAlarms} over few companies; docs/decisions/0016 has that over 1,000. */
class FalseAlarmsTest {
    @Test
    void companiesWithoutStructure_nearlyNominal() {
        Map<String, Proportion> rates = FalseAlarms.run(60, 7);
        assertThat(rates).hasSize(15);
        rates.forEach((what, rate) -> {
            // Of 60, 3 are expected, and more than 9 would come by chance once in a thousand; several of one company
            // hang together, so more of them are no more certain.
            assertThat(rate.share()).as(what).isLessThanOrEqualTo(rate.of() <= 60 ? .15 : .09);
        });
        // A p-value that never falls would pass the above.
        assertThat(rates.values().stream().filter(rate -> rate.counted() > 0).count())
                .isGreaterThanOrEqualTo(11);
    }
}
