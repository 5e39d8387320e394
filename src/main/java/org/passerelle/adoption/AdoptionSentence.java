package org.passerelle.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.passerelle.measure.Estimate;

/** Says a month of the funnel and the newcomers' stay in one sentence. */
final class AdoptionSentence {
    private AdoptionSentence() {}

    static String of(FunnelMonth month, Survival newcomers) {
        List<String> parts = new ArrayList<>();
        for (StageCount count : month.stages()) {
            Integer people = count.people();
            if (people != null) {
                parts.add(String.format(Locale.ROOT, "%d %s", people, verb(count.stage())));
            }
        }
        String funnel = parts.isEmpty()
                ? "no figure can be shown"
                : parts.stream().collect(Collectors.joining(", ")) + ", each at least so far";
        return String.format(
                Locale.ROOT,
                "In %d-%02d, of %d people: %s.%s",
                month.month().getYear(),
                month.month().getMonthValue(),
                month.people(),
                funnel,
                stay(newcomers));
    }

    private static String verb(AdoptionStage stage) {
        return switch (stage) {
            case REACHED -> "were reached";
            case READING -> "read";
            case REACTING -> "reacted";
            case REPLYING -> "replied";
            case POSTING -> "began a thread";
            case ANIMATING -> "made others talk";
        };
    }

    private static String stay(Survival newcomers) {
        return newcomers.active().stream()
                .filter(point -> point.days() == Newcomers.SILENCE_DAYS)
                .map(point -> {
                    Estimate share = point.share();
                    return share == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " Of %d newcomers %.0f %% are still active after %d days (%.0f to %.0f %%).",
                                    newcomers.newcomers(),
                                    100 * share.value(),
                                    point.days(),
                                    100 * share.low(),
                                    100 * share.high());
                })
                .collect(Collectors.joining());
    }
}
