package org.passerelle.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.network.Acquaintances;
import org.passerelle.network.Chart;
import org.passerelle.network.IntroductionRequest;
import org.passerelle.network.IntroductionRequests;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.Person;
import org.passerelle.network.SharedAcquaintances;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Takes requests for an introduction from who asks to whoever is in between to the expert, and back. */
@Controller
class RequestController {
    static final int WAITING_MAX = 20;
    private static final int LISTED_MAX = 1_000;

    private final IntroductionRequests requests;
    private final OptOuts optOuts;
    private final SharedAcquaintances shared;
    private final Snapshots snapshots;
    private final Paging paging;
    private final Clock clock;

    RequestController(
            IntroductionRequests requests,
            OptOuts optOuts,
            SharedAcquaintances shared,
            Snapshots snapshots,
            Paging paging,
            Clock clock) {
        this.requests = requests;
        this.optOuts = optOuts;
        this.shared = shared;
        this.snapshots = snapshots;
        this.paging = paging;
        this.clock = clock;
    }

    /** Which of one's own requests. */
    enum RequestDirection {
        SENT,
        RECEIVED
    }

    /** What somebody in the chain said. */
    record RequestAnswer(
            @Nullable Person person,
            boolean accepted,
            @Nullable String message,
            Instant at) {}

    @MutationMapping
    IntroductionRequest requestIntroduction(
            @Argument String about,
            @Argument String expert,
            @Argument @Nullable List<String> via,
            @Argument @Nullable String message,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        String asker = Speaker.required(from, reader, snapshot.chart());
        Acquaintances acquaintances =
                new Acquaintances(snapshot, Snapshots.lastDay(snapshot), reader.readableTies()).with(shared.extents());
        Introducing rules = new Introducing(snapshot, today(snapshot), acquaintances, optOuts.notSuggested());
        IntroductionRequest request = new IntroductionRequest(
                UUID.randomUUID().toString(),
                asker,
                Wording.about(about),
                Wording.message(message),
                rules.chain(asker, via == null ? List.of() : via, expert),
                List.of(),
                false,
                now());
        return switch (requests.add(request, WAITING_MAX)) {
            case ADDED -> request;
            case ASKED_ALREADY ->
                throw new BadUserInput("You are waiting for an answer about this expert already: withdraw that request"
                        + " first, or wait.");
            case TOO_MANY ->
                throw new LimitExceeded(
                        "You are waiting for " + WAITING_MAX + " answers already: withdraw a request first, or wait.");
        };
    }

    @MutationMapping
    IntroductionRequest answerRequest(
            @Argument String id,
            @Argument boolean accept,
            @Argument @Nullable String message,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        IntroductionRequest request = own(id, person);
        if (!request.turn().filter(person::equals).isPresent()
                || !requests.answer(
                        id, person, new IntroductionRequest.Answer(accept, Wording.message(message), now()))) {
            throw new BadUserInput("This request does not wait for your answer.");
        }
        return own(id, person);
    }

    @MutationMapping
    IntroductionRequest withdrawRequest(
            @Argument String id, @Argument @Nullable String from, @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        IntroductionRequest request = own(id, person);
        if (!request.fromId().equals(person)) {
            throw new BadUserInput("Only who asked can take a request back; you can decline it.");
        }
        if (!requests.withdraw(id)) {
            throw new BadUserInput("This request waits for nobody any more.");
        }
        return own(id, person);
    }

    /** A request as one of its people sees it; whoever it has not reached learns nothing of it. */
    private IntroductionRequest own(String id, String personId) {
        return requests.find(id)
                .filter(request -> Stream.concat(Stream.of(request.fromId()), reached(request).stream())
                        .anyMatch(personId::equals))
                .orElseThrow(() -> new NotFound("There is no request of yours with this id."));
    }

    private static List<String> reached(IntroductionRequest request) {
        List<String> reached =
                new ArrayList<>(request.chain().subList(0, request.answers().size()));
        request.turn().ifPresent(reached::add);
        return reached;
    }

    @QueryMapping("requests")
    Connection<IntroductionRequest> listed(
            @Argument RequestDirection direction,
            @Argument @Nullable String from,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        String person = Speaker.required(from, reader, snapshots.newest().chart());
        List<IntroductionRequest> found = direction == RequestDirection.SENT
                ? requests.sent(person, LISTED_MAX)
                : requests.received(person, LISTED_MAX);
        // A cursor is a position; a new request moves them all, so the cursor is good for this list only.
        String list = found.isEmpty() ? "" : found.getFirst().id();
        return paging.page(found, Paging.Request.of(first, after, "requests", direction, person, list, found.size()));
    }

    @SchemaMapping
    @Nullable
    Person from(IntroductionRequest request) {
        return person(request.fromId());
    }

    @SchemaMapping
    @Nullable
    Person expert(IntroductionRequest request) {
        return person(request.expertId());
    }

    @SchemaMapping
    List<Person> via(IntroductionRequest request) {
        return request.chain().subList(0, request.chain().size() - 1).stream()
                .map(this::person)
                .filter(Objects::nonNull)
                .toList();
    }

    @SchemaMapping
    @Nullable
    Person waitsFor(IntroductionRequest request) {
        return request.turn().map(this::person).orElse(null);
    }

    @SchemaMapping
    List<RequestAnswer> answers(IntroductionRequest request) {
        List<RequestAnswer> answers = new ArrayList<>();
        for (int position = 0; position < request.answers().size(); position++) {
            IntroductionRequest.Answer answer = request.answers().get(position);
            answers.add(new RequestAnswer(
                    person(request.chain().get(position)), answer.accepted(), answer.message(), answer.at()));
        }
        return answers;
    }

    private @Nullable Person person(String id) {
        Chart chart = snapshots.newest().chart();
        return chart.person(id).orElse(null);
    }

    /** The later of today and the last day of the data. */
    private LocalDate today(NetworkSnapshot snapshot) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate lastDay = Snapshots.lastDay(snapshot);
        return today.isAfter(lastDay) ? today : lastDay;
    }

    /** To the millisecond, as it is kept. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
