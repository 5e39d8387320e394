package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Nearby;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/**
 * What others wrote on near topics, over a real database. In two discussions "pumps" come with "valves"; Cid answers on valves
 * alone, Dan on catering.
 */
class TopicNeighboursIT {
    private static final String SOURCE = "forum";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final Scope OPEN = Scope.now(null, END);

    private final Store store = TestStores.scratch();
    private final TopicShelf shelf = new TopicShelf(store);
    private final ReadableReader readable = new ReadableReader(store, Clock.systemUTC(), Runnable::run);
    private final FullTextSearch search = new FullTextSearch(
            store, Glossary.none(), readable, null, new TopicRowsReader(store, shelf, Runnable::run));
    private final List<Contribution> all = new ArrayList<>();

    @BeforeEach
    void load() {
        discussion("eve", List.of("catering"), "dan");
        for (int other = 0; other < 6; other++) {
            discussion("ann", List.of("parking"), "dan");
        }
        discussion("ann", List.of("pumps", "valves"), "bob");
        discussion("eve", List.of("pumps", "valves"), "bob");
        discussion("ann", List.of("valves"), "cid");
        answer("gus", Visibility.COMMUNITY, "community:board", List.of("valves"), "c14");
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
        search.awaitPrepared();
    }

    private void discussion(String asker, List<String> topics, String answerer) {
        String question = "c" + all.size();
        add(ContributionKind.QUESTION, asker, Visibility.COMPANY, null, topics, null);
        answer(answerer, Visibility.COMPANY, null, topics, question);
    }

    private void answer(
            String by, Visibility visibility, @Nullable String community, List<String> topics, String question) {
        add(ContributionKind.ANSWER, by, visibility, community, topics, question);
    }

    private void add(
            ContributionKind kind,
            String by,
            Visibility visibility,
            @Nullable String community,
            List<String> topics,
            @Nullable String answered) {
        all.add(new Contribution(
                SOURCE,
                "c" + all.size(),
                START.plus(Duration.ofDays(all.size())),
                kind,
                "forum",
                visibility,
                null,
                String.join(" ", topics),
                answered == null ? "t" + all.size() : answered.replace('c', 't'),
                community,
                "en",
                new Account(SOURCE, by, by),
                List.of(),
                List.of(),
                answered,
                null,
                List.of(),
                topics,
                null,
                0));
    }

    private Nearby near(String about, Scope scope) {
        Request request = new Request(about, Window.EVER, scope, Set.of(), 50);
        return search.near(search.search(request), request);
    }

    private List<String> people(Nearby near) {
        Map<String, String> names = names();
        return near.hits().stream()
                .map(hit -> Optional.ofNullable(names.get(hit.personId())).orElse("?"))
                .toList();
    }

    /** Address by person. */
    private Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        store.read(
                        "read/accounts",
                        Map.of(),
                        row -> Map.entry(
                                row.get("person").asString(), row.get("address").asString()))
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    private String person(String name) {
        return names().entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void near_whoAnswersOnWhatGoesWithIt_andNobodyElse() {
        Nearby near = near("pumps", OPEN);
        // Bob wrote the word, Ann and Eve asked with it, and Dan's subjects never come with it.
        assertThat(people(near)).containsExactlyInAnyOrder("cid", "gus");
        for (Hit hit : near.hits()) {
            assertThat(hit.score()).isPositive().isLessThanOrEqualTo(1);
            assertThat(near.topics().apply(hit.key())).extracting(Topic::name).containsExactly("valves");
        }
    }

    @Test
    void near_whatTheReaderMayNotRead_isNotThere() {
        assertThat(people(near("pumps", Scope.now(person("dan"), END)))).containsExactly("cid");
    }

    @Test
    void near_asOfAMoment_knowsNothingLater() {
        // Cid's answer is the twentieth contribution, a day after the one before.
        assertThat(people(near("pumps", new Scope(null, START.plus(Duration.ofDays(19)), true))))
                .isEmpty();
        assertThat(people(near("pumps", new Scope(null, START.plus(Duration.ofDays(20)), true))))
                .containsExactly("cid");
    }

    @Test
    void near_whoHidesTheTopic_isNotThere_atOnce() {
        Topic valves = shelf.nearest("valves", 1, OPEN).getFirst();
        new StoredProfiles(store, shelf).claim(person("cid"), valves.id(), Optional.of(TopicClaim.Kind.HIDDEN), END);
        assertThat(people(near("pumps", OPEN))).containsExactly("gus");
    }

    @Test
    void near_wordsThatNobodyUses_orOnlyLikeThem_isNothing() {
        assertThat(near("xylophone", OPEN).hits()).isEmpty();
        Request mistyped = new Request("caterimg", Window.EVER, OPEN, Set.of(), 50);
        Found like = search.search(mistyped);
        assertThat(like.approximate()).isTrue();
        assertThat(search.near(like, mistyped).hits()).isEmpty();
    }

    @Test
    void near_withoutAnythingInMemory_isNothing() {
        FullTextSearch byDatabase = new FullTextSearch(store, Glossary.none());
        Request request = new Request("pumps", Window.EVER, OPEN, Set.of(), 50);
        assertThat(byDatabase.near(byDatabase.search(request), request)).isSameAs(Nearby.NOTHING);
    }
}
