package org.passerelle.loop;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.Connection;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.loop.LoopLog.Loops;
import org.passerelle.network.Bilingual;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ReadableContributions;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.Window;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers which needs there are and what became of each. */
@Controller
class LoopController {
    static final Bilingual METHOD = new Bilingual(
            "needs by the source's kinds and by French and English wordings; closed by accepted answers,"
                    + " solutions told, thanks of who asked, or work items",
            "besoins reconnus par leur nature dans la source et par des tournures françaises et anglaises ; clos par une réponse"
                    + " acceptée, une solution annoncée, un merci de la personne qui demandait ou un ticket");
    private static final int SNIPPET_MAX = 240;
    private static final int LISTED_MAX = 10;

    private final Snapshots snapshots;
    private final LoopLog log;
    private final MarkedActs acts;
    private final ReadableContributions contributions;
    private final TopicCatalogue topics;
    private final Paging paging;
    private final GroupFloor floor;
    private final Clock clock;

    LoopController(
            Snapshots snapshots,
            LoopLog log,
            MarkedActs acts,
            ReadableContributions contributions,
            TopicCatalogue topics,
            Paging paging,
            GroupFloor floor,
            Clock clock) {
        this.snapshots = snapshots;
        this.log = log;
        this.acts = acts;
        this.contributions = contributions;
        this.topics = topics;
        this.paging = paging;
        this.floor = floor;
        this.clock = clock;
    }

    /** A page of loops, and how many there are that the reader may not read. */
    record LoopPage(
            List<Connection.Edge<ShownLoop>> edges,
            Connection.PageInfo pageInfo,
            int totalCount,
            @Nullable Integer notReadable,
            Provenance provenance) {
        public List<ShownLoop> nodes() {
            return edges.stream().map(Connection.Edge::node).toList();
        }
    }

    /** A loop as its reader sees it. */
    record ShownLoop(
            String id,
            LoopKind kind,
            LoopState state,
            Person asker,
            @Nullable Group unit,
            String subject,
            String snippet,
            @Nullable Group community,
            List<Topic> topics,
            List<String> processes,
            Instant opened,
            @Nullable Instant answered,
            @Nullable Person answeredBy,
            @Nullable Instant closed,
            LoopEvidence evidence,
            Bilingual sentence,
            @Nullable Double hoursToAnswer,
            @Nullable Double businessHoursToAnswer,
            @Nullable Double hoursToClose,
            @Nullable Double businessHoursToClose,
            @Nullable Double businessHoursWaiting,
            List<ShownCloser> closers,
            List<Person> through) {}

    /** Who closed a loop. */
    record ShownCloser(
            Person person, @Nullable Group group, @Nullable Boolean across) {}

    @QueryMapping
    LoopPage loops(
            @Argument("filter") @Nullable LoopFilter given,
            @Argument("by") @Nullable LoopOrder order,
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable BusinessHoursInput businessHours,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        LoopFilter filter = given == null ? LoopFilter.NONE : given;
        LoopOrder by = order == null ? LoopOrder.NEWEST : order;
        BusinessHours hours = BusinessHoursInput.resolve(businessHours);
        NetworkSnapshot snapshot = snapshots.newest();
        Window window = WindowInput.resolve(filter.window(), snapshot);
        Loops all = log.loops();
        Paging.Request page =
                Paging.Request.of(first, after, "loops", filter, by, window, reader.personId(), all.stamp());
        List<Loop> fitting = fitting(all, filter, window, snapshot);
        Reading readable = readable(reader);
        List<Loop> listed = new ArrayList<>();
        List<Loop> others = new ArrayList<>();
        fitting.forEach(loop -> (readable.test(loop) ? listed : others).add(loop));
        listed.sort(LoopPlaces.order(by));
        Connection<Loop> found = paging.page(listed, page);
        LoopGround ground = new LoopGround(
                snapshot.chart(), dimension, unitDepth, hours.between(all.first(), all.asOf()), all.asOf());
        Showing showing = new Showing(ground, Scope.now(reader.personId(), clock.instant()));
        return new LoopPage(
                found.edges().stream()
                        .map(edge -> new Connection.Edge<>(showing.show(edge.node()), edge.cursor()))
                        .toList(),
                found.pageInfo(),
                found.totalCount(),
                counted(others, reader),
                Provenance.of(
                        snapshot,
                        window,
                        METHOD,
                        new Parameter("businessHours", hours.told()),
                        new Parameter("dimension", dimension.name()),
                        new Parameter("unitDepth", String.valueOf(unitDepth)),
                        new Parameter("staleDays", String.valueOf(LoopTracing.STALE_AFTER.toDays())),
                        new Parameter("asOf", all.asOf().toString())));
    }

    private static List<Loop> fitting(Loops all, LoopFilter filter, Window window, NetworkSnapshot snapshot) {
        known(filter.unit(), snapshot);
        known(filter.community(), snapshot);
        List<Loop> fitting = LoopPlaces.within(all.loops(), window).stream()
                .filter(filter::fits)
                .toList();
        return filter.unit() == null ? fitting : LoopPlaces.askedIn(filter.unit(), fitting, snapshot.chart());
    }

    private static void known(@Nullable String groupId, NetworkSnapshot snapshot) {
        if (groupId != null && snapshot.chart().group(groupId).isEmpty()) {
            throw new NotFound("There is no group with the id given in `filter`.");
        }
    }

    /** Which needs a reader may read. */
    private interface Reading {
        boolean test(Loop loop);
    }

    /** Contributions are read by name, so only for those who may read as a colleague does. */
    private Reading readable(Reader reader) {
        if (reader.role() != Role.OPEN && reader.role() != Role.EMPLOYEE) {
            return _ -> false;
        }
        if (reader.role() == Role.EMPLOYEE && reader.personId() == null) {
            return loop -> Objects.equals(loop.need().audience(), "company");
        }
        Optional<Set<String>> audiences = acts.audiences(reader.personId());
        return loop -> {
            String audience = loop.need().audience();
            return audience != null
                    && audiences.map(mine -> mine.contains(audience)).orElse(true);
        };
    }

    /** How many; null where so few people are behind them that the number says something of them. */
    private @Nullable Integer counted(List<Loop> loops, Reader reader) {
        long askers = loops.stream().map(Loop::askerId).distinct().count();
        return loops.isEmpty() || askers >= floor.of(reader) ? Integer.valueOf(loops.size()) : null;
    }

    /** Turns the loops of a page into what is shown; topics are read once. */
    private final class Showing {
        private final LoopGround ground;
        private final Scope scope;
        private final Map<String, Topic> byId = new HashMap<>();

        Showing(LoopGround ground, Scope scope) {
            this.ground = ground;
            this.scope = scope;
            topics.all(scope).forEach(topic -> byId.put(topic.id(), topic));
        }

        ShownLoop show(Loop loop) {
            var read = contributions.find(loop.key(), scope);
            Instant answer = loop.answeredAt();
            Instant closed = loop.closedAt();
            return new ShownLoop(
                    loop.key(),
                    loop.kind(),
                    loop.state(),
                    person(loop.askerId()),
                    ground.group(loop.askerId(), loop.openedAt()).orElse(null),
                    read.map(text -> text.subject()).orElse(""),
                    snippet(read.map(text -> text.text()).orElse("")),
                    Optional.ofNullable(loop.need().communityId())
                            .flatMap(ground.chart()::group)
                            .orElse(null),
                    loop.need().topicIds().stream()
                            .map(byId::get)
                            .filter(Objects::nonNull)
                            .distinct()
                            .limit(LISTED_MAX)
                            .toList(),
                    loop.need().processes().stream().limit(LISTED_MAX).toList(),
                    loop.openedAt(),
                    answer,
                    Optional.ofNullable(loop.answererId()).map(this::person).orElse(null),
                    closed,
                    loop.evidence(),
                    loop.evidence().sentence(),
                    hours(loop, answer),
                    business(loop, answer),
                    hours(loop, closed),
                    business(loop, closed),
                    loop.state() == LoopState.OPEN || loop.state() == LoopState.STALE
                            ? business(loop, ground.asOf())
                            : null,
                    loop.closerIds().stream()
                            .limit(LISTED_MAX)
                            .map(id -> closer(loop, id))
                            .toList(),
                    loop.throughIds().stream()
                            .limit(LISTED_MAX)
                            .map(this::person)
                            .toList());
        }

        private Person person(String id) {
            return ground.chart().person(id).orElseGet(() -> new Person(id, id, null, null, null, null, false));
        }

        private ShownCloser closer(Loop loop, String id) {
            return new ShownCloser(
                    person(id),
                    ground.group(id, loop.openedAt()).orElse(null),
                    id.equals(loop.askerId()) ? null : ground.apart(loop.askerId(), id, loop.openedAt()));
        }

        private static @Nullable Double hours(Loop loop, @Nullable Instant end) {
            return end == null ? null : Double.valueOf(LoopGround.hours(loop.openedAt(), end));
        }

        private @Nullable Double business(Loop loop, @Nullable Instant end) {
            return end == null ? null : Double.valueOf(ground.calendar().hours(loop.openedAt(), end));
        }
    }

    private static String snippet(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SNIPPET_MAX
                ? line
                : line.substring(0, SNIPPET_MAX - 1).stripTrailing() + "…";
    }
}
