package org.passerelle.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.Forbidden;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Snapshots;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Passage;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.TopicClaim;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what there is to be known for, what somebody is known for, and keeps what they say of it. */
@Controller
class ProfileController {
    private static final int NAME_LENGTH_MAX = 80;
    private static final int NAME_WORDS_MAX = 6;
    private static final int TEXT_LENGTH_MAX = 10_000;
    private static final int PASSAGES_MAX = 10;

    private final Snapshots snapshots;
    private final TopicCatalogue catalogue;
    private final ProfileBook book;
    private final ContributionSearch search;
    private final Paging paging;
    private final Clock clock;

    ProfileController(
            Snapshots snapshots,
            TopicCatalogue catalogue,
            ProfileBook book,
            ContributionSearch search,
            Paging paging,
            Clock clock) {
        this.snapshots = snapshots;
        this.catalogue = catalogue;
        this.book = book;
        this.search = search;
        this.paging = paging;
        this.clock = clock;
    }

    /** What a person may say of a topic. */
    enum ExpertiseAction {
        CONFIRM,
        ADD,
        HIDE,
        RESET
    }

    /** A topic in somebody's profile in the shape of the schema, and whose it is. */
    record PersonTopic(
            Person person,
            Topic topic,
            double score,
            KnownTopic.State state,
            int evidenceCount,
            @Nullable Instant lastUsed,
            boolean declared) {
        static PersonTopic of(Person person, KnownTopic known) {
            return new PersonTopic(
                    person,
                    known.topic(),
                    known.score(),
                    known.state(),
                    known.evidenceCount(),
                    known.lastUsed(),
                    known.declared());
        }
    }

    /** What a contribution about a topic says. */
    record TopicPassage(String contribution, @Nullable String subject, String snippet) {}

    @QueryMapping
    Connection<Topic> topics(
            @Argument @Nullable String name,
            @Argument @Nullable String near,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        if (name != null && near != null) {
            throw new BadUserInput("Give `name` or `near`, not both.");
        }
        NetworkSnapshot snapshot = snapshots.newest();
        Scope scope = scope(reader, snapshot);
        Paging.Request page =
                Paging.Request.of(first, after, "topics", name, near, reader.personId(), snapshot.version());
        if (near != null) {
            return paging.page(
                    catalogue.nearest(checked(near, "near", TEXT_LENGTH_MAX), Paging.FIRST_MAX, scope), page);
        }
        return paging.page(
                name == null ? catalogue.all(scope) : catalogue.named(checked(name, "name", NAME_LENGTH_MAX), scope),
                page);
    }

    private static String checked(String text, String argument, int lengthMax) {
        if (text.length() > lengthMax) {
            throw new BadUserInput(
                    "`" + argument + "` may have " + lengthMax + " characters; this one has " + text.length() + ".");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadUserInput("`" + argument + "` has no letters or digits: write a few words.");
        }
        return text.strip();
    }

    @SchemaMapping(typeName = "Person", field = "topics")
    Connection<PersonTopic> topicsOf(
            Person person,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        Paging.Request page =
                Paging.Request.of(first, after, "Person.topics", person.id(), reader.personId(), snapshot.version());
        List<PersonTopic> topics = profile(person, reader, snapshot).stream()
                .map(known -> PersonTopic.of(person, known))
                .toList();
        return paging.page(topics, page);
    }

    private List<KnownTopic> profile(Person person, Reader reader, NetworkSnapshot snapshot) {
        Scope scope = scope(reader, snapshot);
        Set<String> one = Set.of(person.id());
        return Profile.of(
                book.uses(one, scope).getOrDefault(person.id(), List.of()),
                book.claims(one, scope).getOrDefault(person.id(), List.of()),
                book.contributors(),
                reader.is(person) ? Profile.Hidden.SHOWN : Profile.Hidden.LEFT_OUT);
    }

    @SchemaMapping
    List<TopicPassage> passages(PersonTopic topic, @Argument @Nullable Integer first, @ContextValue Reader reader) {
        if (first == null || first < 1 || first > PASSAGES_MAX) {
            throw new BadUserInput("`first` of passages must be from 1 to " + PASSAGES_MAX + ", not " + first + ".");
        }
        Scope scope = scope(reader, snapshots.newest());
        List<String> keys = book.evidence(topic.person().id(), topic.topic().id(), first, scope);
        Map<String, Passage> passages = search.passages(keys, topic.topic().name());
        return keys.stream()
                .filter(passages::containsKey)
                .map(key -> passage(key, passages.get(key)))
                .toList();
    }

    private static TopicPassage passage(String key, @Nullable Passage passage) {
        return passage == null
                ? new TopicPassage(key, null, "")
                : new TopicPassage(key, passage.subject(), passage.snippet());
    }

    @MutationMapping
    Person correctExpertise(
            @Argument String topic,
            @Argument ExpertiseAction action,
            @Argument @Nullable String from,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        Person person = corrected(from, reader, snapshot);
        Scope scope = scope(reader, snapshot);
        Topic known =
                catalogue.topic(topic, scope).orElseGet(() -> action == ExpertiseAction.ADD ? added(topic) : unknown());
        Optional<TopicClaim.Kind> kind =
                switch (action) {
                    case CONFIRM -> Optional.of(TopicClaim.Kind.CONFIRMED);
                    case ADD -> Optional.of(TopicClaim.Kind.ADDED);
                    case HIDE -> Optional.of(TopicClaim.Kind.HIDDEN);
                    case RESET -> Optional.empty();
                };
        book.claim(person.id(), known.id(), kind, clock.instant());
        return person;
    }

    /** Whose expertise it is: the reader's own, and in the open role anybody's. */
    private static Person corrected(@Nullable String from, Reader reader, NetworkSnapshot snapshot) {
        if (from != null && reader.role() != Role.OPEN && !from.equals(reader.personId())) {
            throw new Forbidden("People correct their own expertise only.");
        }
        String id = from == null ? reader.personId() : from;
        if (id == null) {
            throw new BadUserInput("Say whose expertise it is: `from` is the id of a person.");
        }
        return snapshot.chart().person(id).orElseThrow(() -> new NotFound("The person in `from` is not in the data."));
    }

    private Topic added(String words) {
        String name = checked(words, "topic", NAME_LENGTH_MAX).replaceAll("\\s+", " ");
        if (name.startsWith("topic:")) {
            return unknown();
        }
        if (name.split(" ", -1).length > NAME_WORDS_MAX) {
            throw new BadUserInput("A topic has at most " + NAME_WORDS_MAX + " words.");
        }
        try {
            return book.ofWords(name);
        } catch (IllegalArgumentException _) {
            throw new BadUserInput("`topic` has only words that say nothing: name what you know about.");
        }
    }

    private static Topic unknown() {
        throw new NotFound("There is no topic with the id given in `topic`; only ADD takes the words of a new one.");
    }

    /** What the reader may read, as of the end of the data. */
    private static Scope scope(Reader reader, NetworkSnapshot snapshot) {
        Instant end = Snapshots.lastDay(snapshot)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return Scope.now(reader.personId(), end);
    }
}
