package org.passerelle.request;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.network.OptOuts;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Leaves people out who ask for it. */
@Controller
class OptOutController {
    private final OptOuts optOuts;
    private final Snapshots snapshots;
    private final Clock clock;

    OptOutController(OptOuts optOuts, Snapshots snapshots, Clock clock) {
        this.optOuts = optOuts;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @MutationMapping
    OptOuts.Grade optOut(@Argument OptOuts.Grade grade, @Argument @Nullable String from, @ContextValue Reader reader) {
        optOuts.record(Speaker.required(from, reader, snapshots.newest().chart()), grade, clock.instant());
        return grade;
    }

    @QueryMapping("optOut")
    OptOuts.Grade kept(@Argument @Nullable String from, @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        return optOuts.notSuggested().contains(person) ? OptOuts.Grade.NOT_SUGGESTED : OptOuts.Grade.NONE;
    }
}
