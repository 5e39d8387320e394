package org.passerelle.wirearchy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedContributions.Place;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.SmallOrganisation;

/** What people say in threads, written down in a test. */
final class Talk {
    private final NetworkSnapshot snapshot;
    private final DatedContributions.Builder said = new DatedContributions.Builder();
    private int moments;

    Talk(NetworkSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Words in a thread on a day, each later than the one before: {@code say("t", 3, "ann bob ann")}. */
    Talk say(String thread, int day, String speakers) {
        for (String speaker : speakers.split(" ", -1)) {
            say(thread, day, snapshot.vertex(speaker).orElseThrow(), DatedContributions.NONE);
        }
        return this;
    }

    /** One contribution that answers somebody. */
    Talk say(String thread, int day, int speaker, int answered) {
        Instant at = SmallOrganisation.day(day)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .plus(Duration.ofMillis(moments++ % 80_000_000));
        said.add(speaker, at, ContributionKind.POST, new Place("chat", "flow", thread), answered);
        return this;
    }

    DatedContributions build() {
        return said.build();
    }
}
