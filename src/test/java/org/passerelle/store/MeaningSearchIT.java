package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Alike;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Embedder;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.store.MeaningWriter.Others;
import org.passerelle.store.MeaningWriter.Result;

/** What is alike in meaning, over a real database: found by whoever may read it, and by nobody else. */
class MeaningSearchIT {
    private static final String SOURCE = "works";
    private static final Instant START = Instant.parse("2023-01-02T09:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Visibility> VISIBILITIES = List.of(Visibility.values());
    private static final List<String> WORDS =
            List.of("valve", "valves", "pump", "pumping", "leak", "leakage", "seal", "sealing", "turbine", "bearing");

    private final Store store = TestStores.scratch();
    private final Embedder embedder = new TrigramEmbedder("trigrams", 256);
    private final FullTextSearch byWords = new FullTextSearch(store, Glossary.none(), reader());
    private final Map<String, Contribution> made = new HashMap<>();

    private ReadableReader reader() {
        return new ReadableReader(store, Clock.systemUTC(), Runnable::run);
    }

    private FullTextSearch search(Embedder with, long bytesMax) {
        ReadableReader readable = reader();
        return new FullTextSearch(
                store,
                Glossary.none(),
                readable,
                new MeaningSearch(
                        with, readable, new MeaningReader(store, with, Clock.systemUTC(), Runnable::run, bytesMax)));
    }

    private FullTextSearch inMemory() {
        return search(embedder, MeaningReader.BYTES_MAX);
    }

    private FullTextSearch byIndex() {
        return search(embedder, 0);
    }

    private Result embed(Embedder with, Others others) {
        return MeaningWriter.run(store, with, others, (_, _) -> {}, () -> false);
    }

    private static Account account(int person) {
        return new Account(SOURCE, "p" + person, "p" + person);
    }

    private static Contribution contribution(
            String id,
            Instant at,
            int by,
            Visibility visibility,
            @Nullable String community,
            String text,
            String language) {
        return Posts.post(id, at, ContributionKind.POST, account(by), visibility, community, language, text);
    }

    private void write(String digest, List<Contribution> all) {
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, digest, 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
        all.forEach(each -> made.put(each.key(), each));
    }

    @BeforeEach
    void load() {
        SplittableRandom random = new SplittableRandom(3);
        List<Contribution> all = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            String text = WORDS.get(random.nextInt(10)) + " " + WORDS.get(random.nextInt(10)) + " " + number;
            all.add(contribution(
                    String.valueOf(number),
                    START.plus(Duration.ofHours(80L * number)),
                    random.nextInt(10),
                    VISIBILITIES.get(random.nextInt(3)),
                    random.nextInt(5) == 0 ? null : "community:" + random.nextInt(3),
                    text,
                    number % 30 == 0 ? "fr" : "en"));
        }
        write("d", all);
    }

    private static Request request(String about, Scope scope, Set<String> communities, Window window) {
        return new Request(about, window, scope, communities, 50);
    }

    private static Found found(FullTextSearch search, String about) {
        return search.search(request(about, Scope.now(null, END), Set.of(), Window.EVER));
    }

    private Contribution made(String key) {
        return Objects.requireNonNull(made.get(key));
    }

    private static Alike alike(Found found) {
        return Objects.requireNonNull(found.alike());
    }

    private List<String> firstWords(Found found) {
        return found.hits().stream()
                .limit(5)
                .map(hit -> String.valueOf(made(hit.key()).text()).replaceAll(" .*", ""))
                .toList();
    }

    @Test
    void noVectorYet_isWordsAlone() {
        assertThat(found(inMemory(), "valvular")).isEqualTo(found(byWords, "valvular"));
        assertThat(found(inMemory(), "valve pump")).isEqualTo(found(byWords, "valve pump"));
    }

    @Test
    void likeText_noWordOfIt_isFoundAndSaysSo() {
        write(
                "e",
                List.of(contribution("new", END.minusSeconds(60), 1, Visibility.COMPANY, null, "gearbox oil", "en")));
        embed(embedder, Others.KEEP);

        assertThat(found(byWords, "gearboxy oilcan").hits()).isEmpty();
        for (FullTextSearch search : List.of(inMemory(), byIndex())) {
            Found found = found(search, "gearboxy oilcan");
            assertThat(found.hits()).isNotEmpty();
            assertThat(made(found.hits().getFirst().key()).text()).isEqualTo("gearbox oil");
            assertThat(alike(found).model()).isEqualTo("trigrams");
            assertThat(alike(found).keys())
                    .isEqualTo(found.hits().stream().map(Hit::key).collect(Collectors.toSet()));
        }
    }

    /** Something is always nearest; what is no more alike than texts are by chance is no answer. */
    @Test
    void nothingLikeIt_nobodyIsFound() {
        embed(embedder, Others.KEEP);

        assertThat(found(inMemory(), "qqqq xxxx").hits()).isEmpty();
        assertThat(found(byIndex(), "qqqq xxxx").hits()).isEmpty();
    }

    @Test
    void wordsToo_whatTheyFound_isNotSaidToBeFoundByMeaning() {
        embed(embedder, Others.KEEP);

        Found words = found(byWords, "turbine bearing");
        Found both = found(inMemory(), "turbine bearing");

        assertThat(both.hits())
                .extracting(Hit::key)
                .containsAll(words.hits().stream().map(Hit::key).toList());
        assertThat(alike(both).keys())
                .doesNotContainAnyElementsOf(words.hits().stream().map(Hit::key).toList());
        assertThat(both.hits().getFirst().score()).isEqualTo(1);
    }

    @Test
    void notWanted_isWordsAlone() {
        embed(embedder, Others.KEEP);

        Request wordsAlone = new Request("valve", Window.EVER, Scope.now(null, END), Set.of(), 50, false);

        assertThat(inMemory().search(wordsAlone)).isEqualTo(byWords.search(wordsAlone));
    }

    @Test
    void questionInAnotherLanguage_isWordsAlone() {
        embed(embedder, Others.KEEP);

        assertThat(found(inMemory(), "où est la valve")).isEqualTo(found(byWords, "où est la valve"));
    }

    /** Every scope, place and stretch of days: nothing comes that the reader may not read, by memory and by index. */
    @Test
    void rights_everyHit_isOneThatTheReaderMayRead() {
        embed(embedder, Others.KEEP);
        String member = store.read(
                        "read/person-ids", Map.of(), row -> row.get("id").asString())
                .getFirst();
        Instant past = START.plus(Duration.ofDays(400));
        Window year = new Window(LocalDate.of(2023, 6, 1), LocalDate.of(2024, 5, 31));
        int seen = 0;
        for (FullTextSearch search : List.of(inMemory(), byIndex())) {
            for (Scope scope : List.of(
                    Scope.now(null, END),
                    Scope.now(member, END),
                    Scope.now("nobody", END),
                    new Scope(member, past, true))) {
                List<String> mine = scope.readerId() == null
                        ? List.of()
                        : store.read("read/communities-of-person", Map.of("person", scope.readerId()), row -> row.get(
                                        "community")
                                .asString());
                for (Set<String> places : List.of(Set.<String>of(), Set.of("community:1"))) {
                    for (Window window : List.of(Window.EVER, year)) {
                        Found found = search.search(request("valvular pumped", scope, places, window));
                        for (Hit hit : found.hits()) {
                            Contribution read = made(hit.key());
                            LocalDate day = read.at().atZone(ZoneOffset.UTC).toLocalDate();
                            assertThat(read.visibility()).isNotEqualTo(Visibility.PRIVATE);
                            assertThat(scope.readerId() == null
                                            || read.visibility() == Visibility.COMPANY
                                            || mine.contains(String.valueOf(read.community())))
                                    .isTrue();
                            assertThat(read.at()).isBefore(scope.before());
                            assertThat(day).isBetween(window.from(), window.to());
                            assertThat(places.isEmpty() || places.contains(String.valueOf(read.community())))
                                    .isTrue();
                            assertThat(alike(found).keys().contains(hit.key()) && "fr".equals(read.language()))
                                    .isFalse();
                            seen++;
                        }
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(300);
    }

    @Test
    void memoryAndIndex_whereTheIndexReachesAll_findTheSame() {
        embed(embedder, Others.KEEP);

        List<String> memory = firstWords(found(inMemory(), "leaking"));
        List<String> index = firstWords(found(byIndex(), "leaking"));

        assertThat(memory).hasSize(5).isEqualTo(index);
    }

    @Test
    void run_again_embedsOnlyWhatHasNoVector() {
        Result first = embed(embedder, Others.KEEP);
        long readable = made.values().stream()
                .filter(each -> each.visibility() != Visibility.PRIVATE)
                .count();
        Result again = embed(embedder, Others.KEEP);
        write(
                "e",
                List.of(contribution("new", END.minusSeconds(60), 1, Visibility.COMPANY, null, "gearbox oil", "en")));
        Result third = embed(embedder, Others.KEEP);

        assertThat(first.embedded() + first.unread()).isEqualTo(readable);
        assertThat(first.unread()).isPositive();
        assertThat(again).isEqualTo(new Result(0, first.unread(), 0));
        assertThat(third).isEqualTo(new Result(1, first.unread(), 0));
        assertThat(found(inMemory(), "gearboxy oilcan").hits().getFirst().key()).endsWith("new");
    }

    @Test
    void run_stopped_goesOnLater() {
        Result stopped = MeaningWriter.run(store, embedder, Others.KEEP, (_, _) -> {}, () -> true);
        Result rest = embed(embedder, Others.KEEP);

        assertThat(stopped.embedded()).isBetween(1L, 200L);
        assertThat(rest.embedded()).isPositive();
        assertThat(embed(embedder, Others.KEEP).embedded()).isZero();
    }

    @Test
    void textReplaced_itsVectorIsOfTheNewText() {
        embed(embedder, Others.KEEP);
        Contribution before = made.values().stream()
                .filter(each -> each.visibility() == Visibility.COMPANY && "en".equals(each.language()))
                .findFirst()
                .orElseThrow();
        write(
                "f",
                List.of(contribution(
                        before.nativeId(),
                        before.at().plusSeconds(60),
                        1,
                        Visibility.COMPANY,
                        null,
                        "gearbox oil",
                        "en")));

        assertThat(found(inMemory(), "gearboxy oilcan").hits())
                .noneMatch(hit -> hit.key().equals(before.key()));
        assertThat(embed(embedder, Others.KEEP).embedded()).isEqualTo(1);
        assertThat(found(inMemory(), "gearboxy oilcan").hits().getFirst().key()).isEqualTo(before.key());
    }

    @Test
    void otherModel_isRefusedUntilMadeAnew() {
        embed(embedder, Others.KEEP);
        Embedder other = new TrigramEmbedder("other trigrams", 128);

        assertThat(found(search(other, MeaningReader.BYTES_MAX), "valving")).isEqualTo(found(byWords, "valving"));
        assertThatThrownBy(() -> embed(other, Others.KEEP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("are of the model trigrams, and the model now is other trigrams")
                .hasMessageContaining("embed --anew");

        Result anew = embed(other, Others.REMOVE);

        assertThat(anew.embedded()).isPositive();
        assertThat(alike(found(search(other, MeaningReader.BYTES_MAX), "valving"))
                        .model())
                .isEqualTo("other trigrams");
        assertThat(found(search(other, 0), "valving").hits()).isNotEmpty();
        assertThat(found(inMemory(), "valving").alike()).isNull();
    }

    @Test
    void sameNameOtherSize_isRefused() {
        embed(embedder, Others.KEEP);

        assertThatThrownBy(() -> embed(new TrigramEmbedder("trigrams", 128), Others.KEEP))
                .hasMessageContaining("have 256 numbers, and those of trigrams have 128");
    }
}
