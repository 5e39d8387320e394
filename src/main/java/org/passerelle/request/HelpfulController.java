package org.passerelle.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HelpfulMarks;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.ReadableContributions.ReadableText;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Takes thanks for what helped; each counts like a reaction when experts are next looked for. */
@Controller
class HelpfulController {
    // Whatever is there may be thanked for, also what a source dates ahead of its time.
    private static final Duration AHEAD = Duration.ofDays(36_500);

    private final HelpfulMarks marks;
    private final ReadableContributions contributions;
    private final Snapshots snapshots;
    private final Clock clock;

    HelpfulController(HelpfulMarks marks, ReadableContributions contributions, Snapshots snapshots, Clock clock) {
        this.marks = marks;
        this.contributions = contributions;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * How a contribution stands.
     *
     * @param people how many people say that it helped
     * @param mine whether who asks says so
     */
    record HelpfulMark(String contribution, int people, boolean mine) {}

    @MutationMapping
    HelpfulMark markHelpful(
            @Argument String contribution,
            @Argument String about,
            @Argument boolean helpful,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        Instant now = clock.instant();
        ReadableText found = contributions
                .find(contribution, Scope.now(reader.personId(), now.plus(AHEAD)))
                .orElseThrow(() -> new NotFound("There is no contribution of this id that you may read."));
        if (found.personId().equals(person)) {
            throw new BadUserInput("This contribution is your own; others say whether it helped.");
        }
        if (helpful) {
            marks.mark(person, found.key(), Wording.about(about), now);
        } else {
            marks.withdraw(person, found.key());
        }
        return new HelpfulMark(
                found.key(), marks.counts(List.of(found.key()), null).getOrDefault(found.key(), 0), helpful);
    }
}
