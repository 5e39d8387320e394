package org.passerelle.community;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.passerelle.network.Needs;
import org.passerelle.network.Needs.Need;
import org.passerelle.network.Window;

/**
 * How alive a community is. EMPTY: no contribution in the window. DYING: the second half of the window has
 * less than two thirds of the contributions of the first, and of at least three needs of that second half fewer
 * than half were answered, or of at least three newcomers fewer than a quarter came back on a later day. QUIET:
 * not dying, fewer than five contributions and fewer than one need a week, and at least three
 * quarters of the needs, if any, answered: people may just be at work. ALIVE: all others. What is a need, and whether it was
 * answered by now, is told by {@link Needs}, so that figures about loops count the same ones.
 *
 * @param trend contributions of the first and of the second half of the window
 * @param needs put in the window
 * @param needsAnswered share of the needs that got an answer, null without needs
 * @param newcomers people who contributed for the first time in the window
 */
public record CommunityHealth(
        State state,
        List<Integer> trend,
        int needs,
        @Nullable Double needsAnswered,
        int newcomers,
        Bilingual summary) {
    private static final int JUDGED_MIN = 3;

    /** Whether a community lives. */
    public enum State {
        ALIVE,
        QUIET,
        DYING,
        EMPTY
    }

    /** Copies the list. */
    public CommunityHealth {
        trend = List.copyOf(trend);
    }

    /**
     * What happened in a window, apart from needs.
     *
     * @param early contributions of its first half
     * @param late those of the second
     * @param newcomers people who contributed for the first time
     * @param returned those of them who did so on a later day as well
     */
    record Exchange(int early, int late, int newcomers, int returned) {
        /**
         * Counts these acts.
         *
         * @param acts in time order, all of the window
         * @param knownBefore people who had contributed before the window
         */
        static Exchange of(List<Act> acts, Set<String> knownBefore, Window window) {
            LocalDate middle = middle(window);
            Map<String, LocalDate> first = new HashMap<>();
            Set<String> returned = new HashSet<>();
            int early = 0;
            for (Act act : acts) {
                LocalDate day = day(act.at());
                early += day.isBefore(middle) ? 1 : 0;
                String person = act.personId();
                if (!knownBefore.contains(person) && !day.equals(first.computeIfAbsent(person, _ -> day))) {
                    returned.add(person);
                }
            }
            return new Exchange(early, acts.size() - early, first.size(), returned.size());
        }

        int contributions() {
            return early + late;
        }
    }

    /** Needs of the window, and those of its second half. */
    private record NeedCounts(int opened, int answered, int lateOpened, int lateAnswered) {
        static NeedCounts of(List<Need> needs, Window window) {
            LocalDate middle = middle(window);
            int[] opened = new int[2];
            int[] answered = new int[2];
            for (Need need : needs) {
                LocalDate day = day(need.openedAt());
                if (window.contains(day)) {
                    int half = day.isBefore(middle) ? 0 : 1;
                    opened[half]++;
                    answered[half] += need.answeredAt() == null ? 0 : 1;
                }
            }
            return new NeedCounts(opened[0] + opened[1], answered[0] + answered[1], opened[1], answered[1]);
        }
    }

    /**
     * Judges a window.
     *
     * @param needs of the community, of whatever days
     */
    static CommunityHealth of(Exchange exchange, List<Need> needs, Window window) {
        NeedCounts counts = NeedCounts.of(needs, window);
        double weeks = (ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / 7.0;
        State state = state(exchange, counts, weeks);
        return new CommunityHealth(
                state,
                List.of(exchange.early(), exchange.late()),
                counts.opened(),
                counts.opened() == 0 ? null : (double) counts.answered() / counts.opened(),
                exchange.newcomers(),
                summary(state, exchange, counts));
    }

    private static LocalDate middle(Window window) {
        return window.from().plusDays((ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / 2);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static State state(Exchange exchange, NeedCounts needs, double weeks) {
        if (exchange.contributions() == 0) {
            return State.EMPTY;
        }
        boolean shrinks = exchange.late() * 3L < exchange.early() * 2L;
        boolean unanswered = needs.lateOpened() >= JUDGED_MIN && needs.lateAnswered() * 2 < needs.lateOpened();
        boolean leaving = exchange.newcomers() >= JUDGED_MIN && exchange.returned() * 4 < exchange.newcomers();
        if (shrinks && (unanswered || leaving)) {
            return State.DYING;
        }
        boolean fewAndAnswered = needs.opened() < weeks && needs.answered() * 4 >= needs.opened() * 3;
        return exchange.contributions() < weeks * 5 && fewAndAnswered ? State.QUIET : State.ALIVE;
    }

    private static Bilingual summary(State state, Exchange exchange, NeedCounts needs) {
        return state == State.EMPTY
                ? new Bilingual("Nobody contributed in the window.", "Personne n'a contribué pendant la période.")
                : rule(state).then(figures(exchange, needs));
    }

    private static Bilingual rule(State state) {
        return switch (state) {
            case DYING ->
                new Bilingual(
                        "Exchange shrinks while needs stay unanswered or newcomers do not return.",
                        "Les échanges diminuent, et des besoins restent sans réponse ou les nouveaux venus ne reviennent pas.");
            case QUIET ->
                new Bilingual(
                        "Fewer than five contributions a week and few needs, which were answered.",
                        "Moins de cinq contributions par semaine et peu de besoins, qui ont eu une réponse.");
            default -> new Bilingual("It exchanges.", "On y échange.");
        };
    }

    private static Bilingual figures(Exchange exchange, NeedCounts needs) {
        return Bilingual.of(in -> String.format(
                in.locale(),
                in == Language.FRENCH
                        ? "%d puis %d contributions dans les deux moitiés de la période ; besoins qui ont eu une réponse : %d"
                                + " sur %d (%d sur %d dans la seconde moitié) ; nouveaux venus revenus : %d sur %d."
                        : "%d then %d contributions in the two halves of the window, %d of %d needs answered (%d of %d in the"
                                + " second half), %d of %d newcomers came back.",
                exchange.early(),
                exchange.late(),
                needs.answered(),
                needs.opened(),
                needs.lateAnswered(),
                needs.lateOpened(),
                exchange.returned(),
                exchange.newcomers()));
    }
}
