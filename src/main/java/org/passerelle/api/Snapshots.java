package org.passerelle.api;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.NetworkSource;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/** The data a question is asked about: the newest, or the version that the caller holds on to. */
@Component
public final class Snapshots {
    private final NetworkSource source;

    /** Snapshots of that source. */
    public Snapshots(NetworkSource source) {
        this.source = source;
    }

    /** The newest snapshot. */
    public NetworkSnapshot newest() {
        return source.snapshot();
    }

    /** The snapshot of that version, the newest without one; refuses a version that is gone. */
    public NetworkSnapshot pinned(@Nullable String version) {
        if (version == null) {
            return source.snapshot();
        }
        return source.snapshot(version)
                .orElseThrow(
                        () -> new NotFound(
                                "The data have changed and this snapshot is gone; ask again without `snapshot` for the newest."));
    }

    /** The last day of the data: of its interactions, or the day it was read when there are none. */
    public static LocalDate lastDay(NetworkSnapshot snapshot) {
        return snapshot.extent().equals(Window.EVER)
                ? snapshot.takenAt().atZone(ZoneOffset.UTC).toLocalDate()
                : snapshot.extent().to();
    }
}
