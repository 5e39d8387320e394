package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Passage;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;
import org.passerelle.store.MeaningWriter.Others;

/** A home with the model switched on, from its settings to what a search finds. */
class MeaningByModelIT {
    private static final String SOURCE = "works";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final Scope NOW = Scope.now(null, Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private final Store store = TestStores.scratch();
    private FullTextSearch search = new FullTextSearch(store, Glossary.none());

    @BeforeEach
    void switchOn() throws IOException {
        Files.writeString(folder.resolve("meaning.properties"), "search = on\n");
        Meaning meaning = Meaning.of(new Home(folder));
        ReadableReader readable = new ReadableReader(store, Clock.systemUTC(), Runnable::run);
        search = new FullTextSearch(
                store, Glossary.none(), readable, meaning.search(store, readable, Clock.systemUTC()));
        String minutes = "Minutes of the meeting of the council about the canteen. ".repeat(5);
        GraphWriter writer = new GraphWriter(store, Glossary.none(), () -> meaning.embedNew(store));
        List<Contribution> all = List.of(
                made("tap", 0, Visibility.COMPANY, "The faucet in the wash room leaks water."),
                made("secret", 1, Visibility.COMMUNITY, "Water drips from the faucet of the laboratory."),
                made("budget", 2, Visibility.COMPANY, "Figures of the budget for the next quarter."),
                made(
                        "minutes",
                        3,
                        Visibility.COMPANY,
                        minutes + "At the end: an employee fell ill on the stairs. " + minutes));
        writer.write(new Batch(SOURCE, "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    private static Contribution made(String id, int days, Visibility visibility, String text) {
        Account by = new Account(SOURCE, "by-" + id, "by-" + id);
        return Posts.post(
                id,
                START.plusSeconds(86_400L * days),
                ContributionKind.POST,
                by,
                visibility,
                "community:laboratory",
                "en",
                text);
    }

    private Found found(String about, Scope scope) {
        return search.search(new Request(about, Window.EVER, scope, Set.of(), 100));
    }

    private static List<String> ids(Found found) {
        return found.hits().stream()
                .map(Hit::key)
                .map(key -> key.replaceAll(".*[^a-z]", ""))
                .toList();
    }

    @Test
    void sameThingInOtherWords_isFoundFirst() {
        Found found = found("dripping taps", NOW);

        assertThat(ids(found).subList(0, 2)).containsExactlyInAnyOrder("tap", "secret");
        assertThat(Objects.requireNonNull(found.alike()).model()).isEqualTo("all-MiniLM-L6-v2-q");
    }

    @Test
    void whoMayNotReadIt_neverGetsIt() {
        assertThat(ids(found("dripping taps", Scope.now("a stranger", NOW.before()))))
                .contains("tap")
                .doesNotContain("secret");
    }

    @Test
    void evidence_ofALongText_isItsNearestPassageWithoutMarks() {
        String key = found("accident of a worker", NOW).hits().stream()
                .map(Hit::key)
                .filter(each -> each.endsWith("minutes"))
                .findFirst()
                .orElseThrow();
        Passage passage = search.passages(List.of(key), "accident of a worker")
                .values()
                .iterator()
                .next();

        assertThat(passage.snippet()).contains("fell ill on the stairs");
        assertThat(passage.marks()).isEmpty();
    }

    @Test
    void questionInFrench_isNotAskedOfAnEnglishModel() {
        assertThat(found("le robinet fuit dans les toilettes", NOW).alike()).isNull();
        assertThat(found("robinetterie à réparer", NOW).alike()).isNull();
    }

    @Test
    void embed_again_hasNothingToDo() throws IOException {
        MeaningWriter.Result again = MeaningWriter.run(
                store, MeaningSettings.of(new Home(folder)).open(), Others.KEEP, (_, _) -> {}, () -> false);

        assertThat(again).isEqualTo(new MeaningWriter.Result(0, 0, 0));
    }
}
