package org.passerelle.expert;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.passerelle.network.Chart;

/** Who may be named at all, as an expert or on the way to one: nobody who has left, and nobody who does not want to be. */
final class Suggestable implements Predicate<String> {
    private final Chart chart;
    private final LocalDate today;
    private final Set<String> notSuggested;

    /**
     * As of a day.
     *
     * @param today whoever left before is gone, whatever days are asked about
     */
    Suggestable(Chart chart, LocalDate today, Set<String> notSuggested) {
        this.chart = chart;
        this.today = today;
        this.notSuggested = notSuggested;
    }

    @Override
    public boolean test(String personId) {
        return !notSuggested.contains(personId)
                && chart.person(personId)
                        .filter(person ->
                                person.left() == null || !person.left().isBefore(today))
                        .isPresent();
    }
}
