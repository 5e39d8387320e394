package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
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
import org.passerelle.network.Reaction;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** What is put together in memory is what the database puts together, and never of earlier data. */
class ReadableColumnsIT {
    private static final String SOURCE = "random";
    private static final Instant START = Instant.parse("2023-01-02T09:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> WORDS = List.of(
            "valve", "pumps", "pompe", "été", "cle", "the", "leaking", "seal", "joint", "\"valve seal\"", "valvee");
    private static final List<ContributionKind> KINDS = List.of(ContributionKind.values());
    private static final Set<String> PLACES = Set.of("", "community:0", "community:1", "community:2");

    private final Store store = TestStores.scratch();
    private final Moving clock = new Moving();
    private final ReadableReader reader = new ReadableReader(store, clock, Runnable::run);
    private final FullTextSearch byDatabase = new FullTextSearch(store, Glossary.none());
    private final FullTextSearch inMemory = new FullTextSearch(store, Glossary.none(), reader);

    /** A clock that is moved by hand. */
    private static final class Moving extends Clock {
        private Instant now = END;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void load() {
        write(0, 400);
    }

    private void write(int first, int count) {
        SplittableRandom random = new SplittableRandom(first + 11L);
        List<Contribution> all = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            all.add(made(number, random));
        }
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, "d" + first, 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    private static Account account(int person) {
        return new Account(SOURCE, "p" + person, "p" + person);
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder words = new StringBuilder();
        for (int word = 0; word < count; word++) {
            words.append(WORDS.get(random.nextInt(WORDS.size())).replace("\"", ""))
                    .append(' ');
        }
        return words.toString().strip();
    }

    private static @Nullable String maybe(SplittableRandom random, String value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private static Contribution made(int number, SplittableRandom random) {
        Instant at = START.plus(Duration.ofHours(60L * number));
        int by = random.nextInt(12);
        String earlier = String.valueOf(random.nextInt(number + 1));
        List<Reaction> reactions = random.nextInt(3) == 0
                ? List.of(new Reaction(account((by + 1) % 12), "like", at.plus(Duration.ofDays(random.nextInt(90)))))
                : List.of();
        return new Contribution(
                SOURCE,
                String.valueOf(number),
                at,
                KINDS.get(random.nextInt(KINDS.size())),
                "forum",
                random.nextInt(4) == 0 ? Visibility.COMMUNITY : Visibility.COMPANY,
                words(random, 1 + random.nextInt(6)),
                random.nextInt(2) == 0 ? null : (random.nextInt(3) == 0 ? "Re: " : "") + words(random, 2),
                maybe(random, "t" + random.nextInt(1 + number / 4)),
                random.nextInt(4) == 0 ? null : "community:" + random.nextInt(3),
                "en",
                account(by),
                List.of(),
                random.nextInt(5) == 0 ? List.of(account((by + 3) % 12)) : List.of(),
                maybe(random, earlier),
                random.nextInt(6) == 0 ? earlier : null,
                reactions,
                List.of(),
                null,
                random.nextInt(3));
    }

    private static List<Scope> scopes(String reader) {
        Instant past = START.plus(Duration.ofDays(500));
        return List.of(
                Scope.now(null, END),
                Scope.now(reader, END),
                new Scope(null, past, true),
                new Scope(reader, past, true));
    }

    private static List<Request> requests(String reader) {
        Window year = new Window(LocalDate.of(2023, 7, 1), LocalDate.of(2024, 6, 30));
        List<Request> requests = new ArrayList<>();
        for (String about : WORDS) {
            for (Scope scope : scopes(reader)) {
                requests.add(new Request(about, Window.EVER, scope, Set.of(), 600));
                requests.add(new Request(about + " joint", year, scope, Set.of(), 600));
                requests.add(new Request(about, year, scope, Set.of("community:1"), 600));
            }
        }
        return requests;
    }

    private String somebody() {
        return byDatabase
                .search(new Request("valve", Window.EVER, Scope.now(null, END), Set.of(), 600))
                .hits()
                .getFirst()
                .personId();
    }

    private static List<Hit> mentionsInOrder(Found found) {
        return found.hits().stream()
                .map(hit -> new Hit(
                        hit.key(),
                        hit.score(),
                        hit.personId(),
                        hit.kind(),
                        hit.at(),
                        hit.discussion(),
                        hit.communityId(),
                        hit.opening(),
                        hit.reactions(),
                        hit.resolving(),
                        hit.mentionedIds().stream().sorted().toList()))
                .toList();
    }

    @Test
    void searches_inMemory_answerAsTheDatabaseDoes() {
        int hits = 0;
        assertThat(reader.current()).isPresent();
        for (Request request : requests(somebody())) {
            Found expected = byDatabase.search(request);
            Found found = inMemory.search(request);
            assertThat(found.approximate()).isEqualTo(expected.approximate());
            assertThat(mentionsInOrder(found)).as(request.toString()).isEqualTo(mentionsInOrder(expected));
            hits += found.hits().size();
        }
        assertThat(hits).isGreaterThan(5_000);
        assertThat(reader.current()).isPresent();
    }

    @Test
    void standing_inMemory_isAsTheDatabaseSays() {
        String person = somebody();
        for (Scope scope : scopes(person)) {
            assertThat(inMemory.recentAnswers(PLACES, scope)).isEqualTo(byDatabase.recentAnswers(PLACES, scope));
            assertThat(inMemory.contributions(person, scope)).isEqualTo(byDatabase.contributions(person, scope));
        }
        assertThat(reader.current()).isPresent();
        assertThat(inMemory.contributions("nobody", Scope.now(null, END))).isEmpty();
    }

    @Test
    void columns_afterALoad_arePutAsideAtOnce_andReadAnewWhenItSettled() {
        Request request = new Request("valve", Window.EVER, Scope.now(null, END), Set.of(), 600);
        assertThat(reader.current()).isPresent();
        write(400, 60);
        assertThat(mentionsInOrder(inMemory.search(request))).isEqualTo(mentionsInOrder(byDatabase.search(request)));
        assertThat(reader.current()).isEmpty();
        clock.now = clock.now.plusSeconds(10);
        assertThat(reader.current()).isPresent();
        assertThat(mentionsInOrder(inMemory.search(request))).isEqualTo(mentionsInOrder(byDatabase.search(request)));
    }

    @Test
    void nothingLoaded_nothingFound() {
        store.write("load/empty-graph", Map.of());
        Request request = new Request("valve", Window.EVER, Scope.now(null, END), Set.of(), 600);
        assertThat(inMemory.search(request).hits()).isEmpty();
    }

    @Test
    void search_whileTheColumnsAreRead_isAnsweredByTheDatabase_andWhoeverWaitsGetsThem() throws InterruptedException {
        List<Runnable> beside = new ArrayList<>();
        ReadableReader slow = new ReadableReader(store, clock, beside::add);
        FullTextSearch search = new FullTextSearch(store, Glossary.none(), slow);
        search.prepare();
        assertThat(slow.isReading()).isTrue();
        Request request = new Request("valve", Window.EVER, Scope.now(null, END), Set.of(), 600);
        assertThat(mentionsInOrder(search.search(request))).isEqualTo(mentionsInOrder(byDatabase.search(request)));
        Thread waiting = Thread.ofVirtual().start(slow::awaitRead);
        beside.getFirst().run();
        waiting.join();
        assertThat(slow.isReading()).isFalse();
        assertThat(slow.current()).isPresent();
        assertThat(mentionsInOrder(search.search(request))).isEqualTo(mentionsInOrder(byDatabase.search(request)));
    }

    @Test
    void search_ofSoFewPerIndex_asksForTheRecentOnesApart_andAnswersAsTheDatabaseDoes() {
        int hits = 0;
        for (Request request : requests(somebody())) {
            for (int hitsMax : new int[] {1, 5, 20}) {
                Request few = new Request(
                        request.about(), request.window(), request.scope(), request.communityIds(), hitsMax);
                List<Hit> found = mentionsInOrder(inMemory.search(few));
                assertThat(found).as(few.toString()).isEqualTo(mentionsInOrder(byDatabase.search(few)));
                hits += found.size();
            }
        }
        assertThat(hits).isGreaterThan(2_000);
        assertThat(reader.current()).isPresent();
    }
}
