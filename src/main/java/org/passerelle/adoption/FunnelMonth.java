package org.passerelle.adoption;

import java.time.LocalDate;
import java.util.List;

/**
 * How far people have come in one month.
 *
 * @param month its first day
 * @param complete whether the data are of all its days
 * @param people people of the chart in that month
 */
record FunnelMonth(LocalDate month, boolean complete, int people, List<StageCount> stages) {
    FunnelMonth {
        stages = List.copyOf(stages);
    }
}
