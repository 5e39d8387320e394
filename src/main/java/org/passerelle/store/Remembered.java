package org.passerelle.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something small that nearly every request needs, read once and kept for at most {@value #SECONDS_MAX} seconds. What
 * this process changes is forgotten at once; what another process changes in the same database shows that much later.
 */
final class Remembered<T> {
    private static final int SECONDS_MAX = 5;

    private final Supplier<T> read;
    private final Clock clock;
    private @Nullable Kept<T> kept;

    Remembered(Supplier<T> read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    private record Kept<T>(T value, Instant until) {}

    synchronized T value() {
        Instant now = clock.instant();
        Kept<T> known = kept;
        if (known == null || now.isAfter(known.until())) {
            known = new Kept<>(read.get(), now.plus(Duration.ofSeconds(SECONDS_MAX)));
            kept = known;
        }
        return known.value();
    }

    synchronized void forget() {
        kept = null;
    }
}
