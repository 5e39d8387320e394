package org.passerelle.expert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.WindowInput;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/** Which days a question is about, and at which moment it is asked. */
final class AskedDays {
    private AskedDays() {}

    /** The window asked for; the day of `before` is its last one where that is earlier. */
    static Window window(ExpertFilter filter, NetworkSnapshot snapshot) {
        Window window = WindowInput.resolve(filter.window(), snapshot);
        if (filter.before() == null) {
            return window;
        }
        LocalDate day = filter.before().atZone(ZoneOffset.UTC).toLocalDate();
        if (day.isBefore(window.from())) {
            throw new BadUserInput("`before` lies before the first day of the window, " + window.from() + ".");
        }
        return day.isBefore(window.to()) ? new Window(window.from(), day) : window;
    }

    /** The moment of the question: `before`, or the end of the window where that is earlier. */
    static Instant moment(ExpertFilter filter, Window window) {
        Instant end = end(window);
        return filter.before() == null || filter.before().isAfter(end) ? end : filter.before();
    }

    private static Instant end(Window window) {
        return window.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The moment at which the data end. */
    static Instant end(NetworkSnapshot snapshot) {
        return end(snapshot.extent());
    }
}
