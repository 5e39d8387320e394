package org.passerelle.request;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.network.SharedAcquaintances;
import org.passerelle.network.SharedAcquaintances.SharingExtent;
import org.passerelle.privacy.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Keeps over which acquaintances of theirs people let colleagues be introduced; only they themselves say so. */
@Controller
class SharingController {
    private static final Logger AUDIT = LoggerFactory.getLogger("org.passerelle.audit");

    private final SharedAcquaintances shared;
    private final Snapshots snapshots;
    private final Clock clock;

    SharingController(SharedAcquaintances shared, Snapshots snapshots, Clock clock) {
        this.shared = shared;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @MutationMapping
    SharingExtent shareAcquaintances(
            @Argument SharingExtent extent, @Argument @Nullable String from, @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        String id = shared.record(person, extent, clock.instant());
        AUDIT.info("Shared acquaintances {}: {}", id, extent);
        return extent;
    }

    @QueryMapping("sharedAcquaintances")
    SharingExtent kept(@Argument @Nullable String from, @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        return shared.extents().getOrDefault(person, SharingExtent.NONE);
    }
}
