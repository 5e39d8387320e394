package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.Account;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Mark;
import org.passerelle.network.ContributionSearch.Passage;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Reaction;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** A forum of two questions with their answers, searched in a real database. */
class FullTextSearchIT {
    private static final String SOURCE = "forum";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final Scope NOW = Scope.now(null, Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path glossary;

    private Store store;
    private FullTextSearch search;

    FullTextSearchIT() {
        store = TestStores.scratch();
        search = new FullTextSearch(store, Glossary.none());
    }

    @BeforeEach
    void load() {
        GraphWriter writer = new GraphWriter(store);
        List<Contribution> all = List.of(
                made("q1", 0, "ann", ContributionKind.QUESTION, "Replacing a ball valve", "The tank leaks.", null),
                made("a1", 1, "bob", ContributionKind.ANSWER, null, "Drain it first.", "q1"),
                made("a2", 2, "cid", ContributionKind.ANSWER, null, "Ask the workshop.", "q1"),
                made("q2", 3, "ann", ContributionKind.QUESTION, "Ball games on the valve terrace", null, null),
                made("a3", 4, "dan", ContributionKind.ANSWER, null, "Not again.", "q2"));
        writer.write(new Batch(SOURCE, "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    private static Account account(String name) {
        return new Account(SOURCE, name, name);
    }

    private static Contribution made(
            String id,
            int days,
            String by,
            ContributionKind kind,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String repliesTo) {
        return made(id, days, by, kind, subject, text, repliesTo, "community:works", List.of());
    }

    private static Contribution in(
            @Nullable String community,
            String id,
            int days,
            String by,
            ContributionKind kind,
            @Nullable String repliesTo,
            List<Account> mentions) {
        return made(id, days, by, kind, "Said", "Something else.", repliesTo, community, mentions);
    }

    private static Contribution made(
            String id,
            int days,
            String by,
            ContributionKind kind,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String repliesTo,
            @Nullable String community,
            List<Account> mentions) {
        Instant at = START.plus(Duration.ofDays(days));
        return new Contribution(
                SOURCE,
                id,
                at,
                kind,
                "forum",
                Visibility.COMPANY,
                text,
                subject,
                null,
                community,
                "en",
                account(by),
                List.of(),
                mentions,
                repliesTo,
                id.equals("a1") ? "q1" : null,
                id.equals("a1") ? List.of(new Reaction(account("ann"), "thanks", at.plusSeconds(60))) : List.of(),
                List.of(),
                null,
                id.equals("a1") ? 4 : 0);
    }

    private Found found(String about, Scope scope) {
        return search.search(new Request(about, Window.EVER, scope, Set.of(), 100));
    }

    private List<String> keys(String about) {
        return found(about, NOW).hits().stream()
                .map(hit -> hit.key().substring(SOURCE.length() + 1))
                .toList();
    }

    private Hit hit(String about, Scope scope, String id) {
        return found(about, scope).hits().stream()
                .filter(hit -> hit.key().equals(SOURCE + " " + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void replies_inheritTheMatchOfWhatTheyAnswer() {
        assertThat(keys("tank")).containsExactlyInAnyOrder("q1", "a1", "a2");
        assertThat(found("tank", NOW).hits()).extracting(Hit::score).containsOnly(1.0);
    }

    @Test
    void abbreviation_inCapitals_isNotTheWordOfGrammar() throws IOException {
        also(
                made(
                        "p1",
                        5,
                        "eve",
                        ContributionKind.POST,
                        "Helpdesk",
                        "Our IT is down again. The US office too.",
                        null),
                made("p2", 6, "eve", ContributionKind.POST, "Pump", "It is down; it leaks, and it smells.", null),
                made("p3", 7, "bob", ContributionKind.POST, "IT budget", "For laptops.", null),
                made("p4", 8, "bob", ContributionKind.POST, "Laptops", "For transITion, USE and SPLITIT.", null));
        assertThat(keys("IT")).containsExactlyInAnyOrder("p1", "p3");
        assertThat(keys("Who pays IT laptops?")).startsWith("p3").contains("p4").doesNotContain("p2");
        assertThat(search.passages(List.of(SOURCE + " p1"), "IT").get(SOURCE + " p1"))
                .extracting(Passage::marks)
                .isEqualTo(List.of(new Mark(4, 6)));
        Files.writeString(glossary.resolve("words.csv"), "IT; helpdesk\n");
        search = new FullTextSearch(store, new Glossary(glossary));
        assertThat(keys("helpdesk")).containsExactlyInAnyOrder("p1", "p3");
        assertThat(keys("IT, laptops")).contains("p1", "p3").doesNotContain("p2");
    }

    @Test
    void quotedWords_areHeldTogether() {
        assertThat(keys("ball valve")).contains("q1", "q2");
        assertThat(keys("\"ball valve\"")).contains("q1").doesNotContain("q2");
    }

    @Test
    void typoInASingleWord_isForgiven_andSaid() {
        Found found = found("terrasce", NOW);
        assertThat(found.approximate()).isTrue();
        assertThat(found.hits()).extracting(Hit::key).contains(SOURCE + " q2");
        assertThat(found("terrace", NOW).approximate()).isFalse();
        assertThat(found("terrasce zzzz", NOW).hits()).isEmpty();
    }

    @Test
    void glossary_findsTheOtherWord() throws IOException {
        Files.writeString(glossary.resolve("words.csv"), "réservoir, tank\n");
        search = new FullTextSearch(store, new Glossary(glossary));
        assertThat(keys("reservoir")).contains("q1");
    }

    @Test
    void recognition_withoutDate_doesNotCountForThePast() {
        assertThat(hit("tank", NOW, "a1").reactions()).isEqualTo(5);
        assertThat(hit("tank", NOW, "a1").resolving()).isTrue();
        Instant before = START.plus(Duration.ofDays(2));
        assertThat(hit("tank", new Scope(null, before, true), "a1").reactions()).isEqualTo(1);
        assertThat(found("tank", new Scope(null, before, true)).hits())
                .extracting(Hit::key)
                .doesNotContain(SOURCE + " a2");
    }

    @Test
    void recentAnswers_areOfOthers_newestFirst_beforeTheMoment() {
        Map<String, List<String>> answers = search.recentAnswers(Set.of("community:works"), NOW);
        assertThat(answers).containsOnlyKeys("community:works");
        List<String> people = answers.getOrDefault("community:works", List.of());
        assertThat(people).hasSize(3).doesNotHaveDuplicates();
        assertThat(people.getFirst()).isEqualTo(hit("terrace", NOW, "a3").personId());
        assertThat(search.recentAnswers(Set.of("community:works"), Scope.now(null, START.plus(Duration.ofDays(2)))))
                .containsValue(List.of(hit("tank", NOW, "a1").personId()));
        assertThat(search.recentAnswers(Set.of("community:none"), NOW)).isEmpty();
    }

    /** Writes something else of the same source. */
    private void also(Contribution... more) {
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, "e", 0, more.length, Combine.LATEST, List.of(more), List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    @Test
    void recentAnswers_leaveCommentsOut_whereThereAreAnswers() {
        also(
                in("community:works", "c1", 5, "eve", ContributionKind.MESSAGE, "a3", List.of()),
                in("community:canteen", "c2", 5, "ann", ContributionKind.MESSAGE, null, List.of()),
                in("community:canteen", "c3", 6, "bob", ContributionKind.MESSAGE, "c2", List.of()));
        String bob = hit("tank", NOW, "a1").personId();
        String dan = hit("terrace", NOW, "a3").personId();
        Map<String, List<String>> answers = search.recentAnswers(Set.of("community:works", "community:canteen"), NOW);
        assertThat(answers.getOrDefault("community:works", List.of()))
                .hasSize(3)
                .startsWith(dan);
        assertThat(answers).containsEntry("community:canteen", List.of(bob));
    }

    @Test
    void recentAnswers_outsideCommunities_areAPlaceOfTheirOwn() {
        also(
                in(null, "q3", 5, "ann", ContributionKind.QUESTION, null, List.of()),
                in(null, "a4", 6, "bob", ContributionKind.ANSWER, "q3", List.of()));
        String bob = hit("tank", NOW, "a1").personId();
        String ann = hit("tank", NOW, "q1").personId();
        assertThat(search.recentAnswers(Set.of(""), NOW)).isEqualTo(Map.of("", List.of(bob)));
        assertThat(search.recentAnswers(Set.of("", "community:works"), NOW)).containsOnlyKeys("", "community:works");
        assertThat(search.contributions(ann, NOW)).isEqualTo(Map.of("community:works", 2, "", 1));
        Scope early = Scope.now(null, START.plus(Duration.ofDays(2)));
        assertThat(search.recentAnswers(Set.of(""), early)).isEmpty();
    }

    @Test
    void recentAnswers_countWhomADocumentNames() {
        also(in(
                "community:plans",
                "d1",
                5,
                "ann",
                ContributionKind.DOCUMENT,
                null,
                List.of(account("ann"), account("bob"))));
        assertThat(search.recentAnswers(Set.of("community:plans"), NOW))
                .isEqualTo(
                        Map.of("community:plans", List.of(hit("tank", NOW, "a1").personId())));
    }

    @Test
    void contributions_areCountedByCommunity() {
        String ann = hit("tank", NOW, "q1").personId();
        assertThat(search.contributions(ann, NOW)).isEqualTo(Map.of("community:works", 2));
        assertThat(search.contributions("nobody", NOW)).isEmpty();
    }

    @Test
    void passages_sayWhatMatched() {
        Map<String, Passage> passages = search.passages(List.of(SOURCE + " q1", "gone"), "tanks leak");
        assertThat(passages).containsOnlyKeys(SOURCE + " q1");
        Passage passage = passages.get(SOURCE + " q1");
        assertThat(passage)
                .isEqualTo(new Passage(
                        "Replacing a ball valve",
                        "The tank leaks.",
                        List.of(new Mark(4, 8), new Mark(9, 14)),
                        List.of(),
                        1,
                        null));
    }

    @Test
    void askedQuestions_areThoseOfThePast_withWhoAnswered() {
        List<AskedQuestion> questions = AskedQuestions.of(store);
        assertThat(questions)
                .extracting(AskedQuestion::about)
                .containsExactly("Replacing a ball valve", "Ball games on the valve terrace");
        AskedQuestion first = questions.getFirst();
        assertThat(first.communityId()).isEqualTo("community:works");
        assertThat(first.answers()).extracting(AskedQuestion.Answer::accepted).containsExactly(true, false);
        assertThat(first.answers()).extracting(AskedQuestion.Answer::personId).doesNotContain(first.askerId());
    }
}
