package org.passerelle.introduction;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.ComputedConnection;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.Person;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicDiscussions;
import org.passerelle.network.TopicDiscussions.Part;
import org.passerelle.network.Window;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers which topics live in several groups that have not met over them. */
@Controller
class TransverseController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final int PARTS_MAX = 1_000_000;
    private static final String METHOD =
            "A topic lives in a group where enough of its people discuss it; groups are apart"
                    + " on it where nobody of the one who discusses it has met anybody of the other. How many pairs of people have"
                    + " met is compared with as many people of the same groups dealt at random";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final Paging paging;
    private final TopicDiscussions discussions;
    private final ProfileBook profiles;
    private final OptOuts optOuts;
    private final Names names;
    private final GroupFloor floor;

    TransverseController(
            Snapshots snapshots,
            HeavyAnswers answers,
            Paging paging,
            TopicDiscussions discussions,
            ProfileBook profiles,
            OptOuts optOuts,
            Names names,
            GroupFloor floor) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.paging = paging;
        this.discussions = discussions;
        this.profiles = profiles;
        this.optOuts = optOuts;
        this.names = names;
        this.floor = floor;
    }

    /**
     * What an answer depends on beside the network.
     *
     * @param readerId whose audiences count
     * @param topics version of the topics
     */
    private record Kept(
            TransverseQuestion question, @Nullable String readerId, long topics) {}

    @QueryMapping
    ComputedConnection<ShownTopic> transverseTopics(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument @Nullable String after,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        NetworkSnapshot snapshot = snapshots.pinned(version);
        TransverseQuestion question = new TransverseQuestion(
                dimension,
                unitDepth,
                WindowInput.resolve(window, snapshot),
                Math.max(TransverseQuestion.GROUP_PEOPLE_LEAST, floor.of(reader)),
                reader.readableTies(),
                optOuts.notSuggested());
        Kept kept = new Kept(question, reader.personId(), discussions.version());
        Scope scope = scope(reader, snapshot.withData(question.window()));
        TransverseTopics.Result found = answers.answer(
                new HeavyAnswers.Question("transverseTopics", snapshot.version(), kept),
                TransverseTopics.Result.class,
                () -> TransverseTopics.compute(snapshot, parts(snapshot, question, scope), question));
        Paging.Request page = Paging.Request.of(first, after, "transverseTopics", kept, snapshot.version());
        Map<String, Set<String>> hidden = hidden(onPage(found.topics(), page), scope);
        return paging.page(
                found.topics(),
                page,
                provenance(snapshot, question, found),
                topic -> ShownTopic.of(
                        topic,
                        person -> names.mayName(person, reader)
                                && !hidden.getOrDefault(person.id(), Set.of())
                                        .contains(topic.topic().id())));
    }

    private List<TransverseTopic> onPage(List<TransverseTopic> topics, Paging.Request page) {
        int start = Math.min(topics.size(), paging.start(page));
        return topics.subList(start, Math.min(topics.size(), start + page.first()));
    }

    private List<Part> parts(NetworkSnapshot snapshot, TransverseQuestion question, Scope scope) {
        List<Part> parts = discussions.parts(snapshot.withData(question.window()), scope, PARTS_MAX + 1);
        if (parts.size() > PARTS_MAX) {
            throw new LimitExceeded("More than " + PARTS_MAX
                    + " parts of people in discussions of topics: ask about a shorter `window`.");
        }
        return parts;
    }

    /** What the people of the meetings hide by now: it holds at once, whenever the answer was computed. */
    private Map<String, Set<String>> hidden(List<TransverseTopic> topics, Scope scope) {
        Set<String> people = topics.stream()
                .flatMap(topic -> topic.meetings().stream())
                .flatMap(meeting -> meeting.people().stream())
                .map(Person::id)
                .collect(Collectors.toCollection(HashSet::new));
        return people.isEmpty()
                ? Map.of()
                : profiles.claims(people, scope).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, claims -> claims.getValue().stream()
                                .filter(claim -> claim.kind() == TopicClaim.Kind.HIDDEN)
                                .map(claim -> claim.topic().id())
                                .collect(Collectors.toSet())));
    }

    private static Scope scope(Reader reader, Window window) {
        return Scope.now(
                reader.personId(),
                window.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Provenance provenance(
            NetworkSnapshot snapshot, TransverseQuestion question, TransverseTopics.Result found) {
        return Provenance.of(
                snapshot,
                question.window(),
                METHOD,
                new Parameter("dimension", question.dimension().name()),
                new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                new Parameter("a topic lives in a group", "from " + question.groupPeopleMin() + " of its people on"),
                new Parameter(
                        "having met",
                        "an exchange in the window, or a discussion of at most " + WhoHasMet.DISCUSSION_MAX
                                + " people"),
                new Parameter("deals", TopicDeals.DRAWS + ", up to " + TopicDeals.DRAWS_MAX + " where few have as few"),
                new Parameter("topics tested", String.valueOf(found.tested())),
                new Parameter("pCorrected", "Benjamini-Hochberg over the topics tested"),
                new Parameter("topics", "as they are found now"),
                new Parameter("chart", "of the last day of the window"));
    }
}
