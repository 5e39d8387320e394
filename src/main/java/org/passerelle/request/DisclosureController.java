package org.passerelle.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.network.Disclosure;
import org.passerelle.network.Disclosures;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.Person;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Takes requests for the name behind a pseudonym to the person, and what the person decides back. */
@Controller
class DisclosureController {
    private static final int WAITING_MAX = 20;
    private static final int LISTED_MAX = 1_000;
    private static final Logger AUDIT = LoggerFactory.getLogger("org.passerelle.audit");

    private final Disclosures disclosures;
    private final OptOuts optOuts;
    private final Snapshots snapshots;
    private final Names names;
    private final Paging paging;
    private final Clock clock;

    DisclosureController(
            Disclosures disclosures, OptOuts optOuts, Snapshots snapshots, Names names, Paging paging, Clock clock) {
        this.disclosures = disclosures;
        this.optOuts = optOuts;
        this.snapshots = snapshots;
        this.names = names;
        this.paging = paging;
        this.clock = clock;
    }

    /** A request as one of its two people sees it. */
    record ShownDisclosure(
            String id,
            @Nullable Person from,
            @Nullable Person person,
            String purpose,
            Disclosure.State state,
            Instant at,
            @Nullable Instant answeredAt,
            @Nullable Instant until) {}

    @MutationMapping
    ShownDisclosure requestDisclosure(
            @Argument String pseudonym,
            @Argument String purpose,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        String asker = Speaker.required(from, reader, snapshot.chart());
        String said = Wording.purpose(purpose);
        Person person = names.behind(pseudonym, snapshot.people())
                .filter(found -> canBeAsked(found, snapshot))
                .orElseThrow(() -> new NotFound("Nobody behind the id in `pseudonym` can be asked."));
        if (person.id().equals(asker)) {
            throw new BadUserInput("This pseudonym is yours.");
        }
        Disclosure asked = new Disclosure(UUID.randomUUID().toString(), asker, person.id(), said, now(), null, null);
        return switch (disclosures.add(asked, WAITING_MAX)) {
            case ADDED -> {
                AUDIT.info("Disclosure {}: asked for", asked.id());
                yield shown(asked, asker);
            }
            case ASKED_ALREADY ->
                throw new BadUserInput(
                        "You asked this person already: they have yet to decide, agreed, or said no within "
                                + Disclosure.WAITS.toDays() + " days.");
            case TOO_MANY ->
                throw new LimitExceeded(
                        "You are waiting for " + WAITING_MAX + " answers already: wait for one of them.");
        };
    }

    @MutationMapping
    ShownDisclosure answerDisclosure(
            @Argument String id,
            @Argument boolean accept,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        // Who asked learns as little as a stranger: only the person decides.
        if (disclosures
                .find(id)
                .filter(asked -> asked.personId().equals(person))
                .isEmpty()) {
            throw new NotFound("Nobody asked for your name under this id.");
        }
        if (!disclosures.answer(id, person, accept, now())) {
            throw new BadUserInput("This does not wait for your decision any more.");
        }
        AUDIT.info("Disclosure {}: {}", id, accept ? "accepted" : "declined");
        return shown(disclosures.find(id).orElseThrow(), person);
    }

    @QueryMapping("disclosures")
    Connection<ShownDisclosure> listed(
            @Argument RequestController.RequestDirection direction,
            @Argument @Nullable String from,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        List<Disclosure> found = direction == RequestController.RequestDirection.SENT
                ? disclosures.sent(person, LISTED_MAX)
                : disclosures.received(person, LISTED_MAX);
        String list = found.isEmpty() ? "" : found.getFirst().id();
        return paging.page(
                found.stream().map(each -> shown(each, person)).toList(),
                Paging.Request.of(first, after, "disclosures", direction, person, list, found.size()));
    }

    private ShownDisclosure shown(Disclosure asked, String viewerId) {
        NetworkSnapshot snapshot = snapshots.newest();
        Disclosure.State state = asked.state(clock.instant());
        boolean named = state == Disclosure.State.ACCEPTED || viewerId.equals(asked.personId());
        return new ShownDisclosure(
                asked.id(),
                snapshot.chart().person(asked.fromId()).orElse(null),
                snapshot.chart()
                        .person(asked.personId())
                        .map(person -> named ? person : names.pseudonymous(person))
                        .orElse(null),
                asked.purpose(),
                state,
                asked.at(),
                asked.answeredAt(),
                asked.until().orElse(null));
    }

    /** Whoever has left cannot decide, and who does not want to be suggested is not asked. */
    private boolean canBeAsked(Person person, NetworkSnapshot snapshot) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate lastDay = Snapshots.lastDay(snapshot);
        LocalDate day = today.isAfter(lastDay) ? today : lastDay;
        return !optOuts.notSuggested().contains(person.id())
                && (person.left() == null || !person.left().isBefore(day));
    }

    /** To the millisecond, as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
