package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Activity;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.LoadSink.Ownership;
import org.passerelle.network.LoadSink.Written;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Reaction;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieList;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** The graph that loads leave behind: the same for the same data, however it came. */
class GraphWriterIT {
    private static final String SOURCE = "lists";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");

    @Test
    void write_sameBatchTwice_isSkippedByTheLedger() {
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        Batch batch = batch(0, Combine.LATEST, invented(40, 1));
        assertThat(writer.write(batch)).isEqualTo(new Written(40, 0, 0));
        assertThat(writer.write(batch)).isEqualTo(new Written(0, 40, 0));
    }

    @Test
    void hash_ofShuffledOverlappingAndRepeatedLoads_isThatOfOneLoad() {
        List<Contribution> all = invented(300, 2);
        String clean = hashAfter(List.of(batch(0, Combine.LATEST, all)));
        List<Contribution> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(hashAfter(batches(shuffled, 50, Combine.LATEST))).isEqualTo(clean);
        List<Batch> halves = new ArrayList<>(batches(all.subList(120, 300), 70, Combine.LATEST));
        halves.addAll(batches(all.subList(0, 200), 70, Combine.LATEST));
        assertThat(hashAfter(halves)).isEqualTo(clean);
        assertThat(hashAfter(batches(all.subList(0, 299), 70, Combine.LATEST)))
                .as("a graph that misses one contribution")
                .isNotEqualTo(clean);
    }

    @Test
    void hash_ofLoadsFinishedApart_isThatOfOneFinish() {
        List<Contribution> all = invented(200, 4);
        String clean = hashAfter(List.of(batch(0, Combine.LATEST, all)));
        Store store = TestStores.scratch();
        for (Batch batch : batches(all.reversed(), 30, Combine.LATEST)) {
            GraphWriter writer = new GraphWriter(store);
            writer.write(batch);
            writer.finish(SOURCE);
        }
        assertThat(GraphHash.of(store)).isEqualTo(clean);
    }

    @Test
    void write_versionsThatDiffer_keepsTheLaterInAnyOrder() {
        Contribution early = message("m1", START, "ann", List.of("bob"));
        Contribution late = message("m1", START.plusSeconds(60), "cid", List.of("bob", "dan"));
        String one =
                hashAfter(List.of(batch(0, Combine.LATEST, List.of(early)), batch(1, Combine.LATEST, List.of(late))));
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        writer.write(batch(0, Combine.LATEST, List.of(late)));
        assertThat(writer.write(batch(1, Combine.LATEST, List.of(early)))).isEqualTo(new Written(0, 0, 1));
        writer.finish(SOURCE);
        assertThat(GraphHash.of(store)).isEqualTo(one);
        assertThat(TieList.of(snapshot(store))).hasSize(2).allMatch(tie -> name(store, tie.fromId())
                .equals("cid"));
    }

    @Test
    void write_rowsOfOneContribution_addUpToOneMailOfShareOneOverRecipients() {
        Contribution first = message("ann 1", START, "ann", List.of("bob", "cid"));
        Contribution second = message("ann 1", START, "ann", List.of("dan", "bob", "eve"));
        Store store = TestStores.scratch();
        GraphWriter writer = new GraphWriter(store);
        writer.write(batch(0, Combine.UNION, List.of(first)));
        assertThat(writer.write(batch(1, Combine.UNION, List.of(second)))).isEqualTo(new Written(1, 0, 0));
        writer.finish(SOURCE);
        NetworkSnapshot snapshot = snapshot(store);
        assertThat(TieList.of(snapshot)).hasSize(4).allSatisfy(tie -> {
            assertThat(tie.kind()).isEqualTo(TieKind.ADDRESSED);
            assertThat(tie.counts()).containsExactly(1);
            assertThat(tie.shares()).containsExactly(0.25f);
        });
        assertThat(snapshot.extent()).isEqualTo(new Window(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 3)));
    }

    @Test
    void ties_ofABroadcast_areNone() {
        List<String> everybody = new ArrayList<>();
        for (int person = 0; person < 21; person++) {
            everybody.add("p" + person);
        }
        Store store = TestStores.scratch();
        load(store, List.of(batch(0, Combine.LATEST, List.of(message("m1", START, "ann", everybody)))));
        assertThat(TieList.of(snapshot(store))).isEmpty();
    }

    @Test
    void ties_ofReplyLoadedBeforeItsQuestion_areThere() {
        Contribution question = contribution("q", START, "ann", ContributionKind.QUESTION, null, null, List.of());
        Contribution answer = contribution(
                "a",
                START.plusSeconds(90),
                "bob",
                ContributionKind.ANSWER,
                "q",
                "q",
                List.of(new Reaction(account("ann"), "thanks", START.plusSeconds(86_400))));
        Store store = TestStores.scratch();
        load(store, List.of(batch(0, Combine.LATEST, List.of(answer)), batch(1, Combine.LATEST, List.of(question))));
        assertThat(TieList.of(snapshot(store)))
                .extracting(tie -> name(store, tie.fromId()), tie -> name(store, tie.toId()), Tie::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("bob", "ann", TieKind.REPLIED),
                        org.assertj.core.groups.Tuple.tuple("ann", "bob", TieKind.REACTED));
    }

    @Test
    void ties_ofChatThread_followTheOneWhoSpokeBefore() {
        Store store = TestStores.scratch();
        List<Contribution> talk = List.of(
                chat("1", START, "ann"),
                chat("3", START.plusSeconds(20), "bob"),
                chat("2", START.plusSeconds(10), "ann"),
                chat("4", START.plusSeconds(86_400), "cid"));
        load(store, List.of(batch(0, Combine.LATEST, talk)));
        assertThat(TieList.of(snapshot(store)))
                .extracting(tie -> name(store, tie.fromId()) + " after " + name(store, tie.toId()))
                .containsExactlyInAnyOrder("bob after ann", "cid after bob");
        // A message that comes later but was said in between changes who cid follows, on another day.
        load(store, List.of(batch(1, Combine.LATEST, List.of(chat("5", START.plusSeconds(30), "dan")))));
        assertThat(TieList.of(snapshot(store)))
                .extracting(tie -> name(store, tie.fromId()) + " after " + name(store, tie.toId()))
                .containsExactlyInAnyOrder("bob after ann", "dan after bob", "cid after dan");
    }

    @Test
    void identity_sameFullNameOrOwnedAddress_isOnePersonWhateverComesFirst() {
        Account home = new Account(Identity.ADDRESS_SOURCE, "anne@home.example", "Anne Bézier");
        Account work = new Account(Identity.ADDRESS_SOURCE, "a.bezier@work.example", "BEZIER, Anne");
        Account alias = new Account(Identity.ADDRESS_SOURCE, "ab@work.example", null);
        Account bob = new Account(Identity.ADDRESS_SOURCE, "bob@work.example", "Bob");
        List<Contribution> mails =
                List.of(mail("1", home, bob), mail("2", work, bob), mail("3", bob, alias), mail("4", bob, home));
        Facts facts = new Facts(
                List.of(new Person("e1", "Anne Bézier", "Engineer", null, null, null, true)),
                List.of(new Ownership(alias, "e1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Batch people = new Batch("organisation", "d", 0, 1, Combine.LATEST, List.of(), List.of(), facts);
        String factsFirst = hashAfter(List.of(people, batch(0, Combine.LATEST, mails)));
        Store store = TestStores.scratch();
        load(store, batches(mails, 1, Combine.LATEST));
        load(store, List.of(people));
        assertThat(GraphHash.parts(store)).isNotEmpty();
        assertThat(GraphHash.of(store)).isEqualTo(factsFirst);
        assertThat(snapshot(store).people()).extracting(Person::name).containsExactlyInAnyOrder("Anne Bézier", "Bob");
    }

    @Test
    void search_findsAccentsAndStemsInBothLanguages_withinWindowAndRights() {
        Contribution french =
                text("f", START, "ann", Visibility.COMPANY, "Les vannes gelées", "Comment purger les clés gelées ?");
        Contribution english =
                text("e", START, "bob", Visibility.COMPANY, "Frozen valves", "Drain the frozen valves first.");
        Contribution hidden = text("h", START, "cid", Visibility.PRIVATE, "Frozen secret", "secret frozen valves");
        Store store = TestStores.scratch();
        load(store, List.of(batch(0, Combine.LATEST, List.of(french, english, hidden))));
        ContributionSearch search = new FullTextSearch(store, Glossary.none());
        assertThat(found(search, "cle gelee", Window.EVER)).containsExactly(SOURCE + " f");
        assertThat(found(search, "vanne", Window.EVER)).containsExactly(SOURCE + " f");
        assertThat(found(search, "valve freezing OR frozen", Window.EVER)).containsExactly(SOURCE + " e");
        assertThat(found(search, "secret", Window.EVER)).isEmpty();
        assertThat(found(search, "frozen", new Window(LocalDate.of(2025, 3, 4), LocalDate.of(2025, 12, 31))))
                .isEmpty();
        assertThat(found(search, "+(\"~*:/ AND ][", Window.EVER)).isEmpty();
    }

    @Test
    void acts_ofACommunity_comeInTimeOrder() {
        Store store = TestStores.scratch();
        load(
                store,
                List.of(batch(
                        0, Combine.LATEST, List.of(chat("2", START.plusSeconds(10), "bob"), chat("1", START, "ann")))));
        Activity activity = new CommunityActivity(store);
        Map<String, List<Activity.Act>> acts =
                activity.acts(java.util.Set.of("community:valves", "community:none"), Window.EVER);
        assertThat(acts).containsOnlyKeys("community:valves", "community:none");
        assertThat(acts.get("community:valves"))
                .extracting(Activity.Act::key)
                .containsExactly(SOURCE + " 1", SOURCE + " 2");
        assertThat(acts.get("community:none")).isEmpty();
        assertThat(activity.volumes(Window.EVER)).containsExactly(new Activity.Volume("community:valves", 2, 2, 1));
    }

    private static List<String> found(ContributionSearch search, String about, Window window) {
        return search
                .search(new ContributionSearch.Request(
                        about,
                        window,
                        ContributionSearch.Scope.now(null, Instant.parse("2100-01-01T00:00:00Z")),
                        java.util.Set.of(),
                        10))
                .hits()
                .stream()
                .map(ContributionSearch.Hit::key)
                .toList();
    }

    private static String hashAfter(List<Batch> batches) {
        Store store = TestStores.scratch();
        load(store, batches);
        return GraphHash.of(store);
    }

    private static void load(Store store, List<Batch> batches) {
        GraphWriter writer = new GraphWriter(store);
        batches.forEach(writer::write);
        writer.finish(SOURCE);
    }

    private static NetworkSnapshot snapshot(Store store) {
        return new SnapshotReader(store, Clock.systemUTC()).snapshot();
    }

    private static String name(Store store, String personId) {
        return snapshot(store).chart().person(personId).orElseThrow().name();
    }

    private static List<Batch> batches(List<Contribution> contributions, int size, Combine combine) {
        List<Batch> batches = new ArrayList<>();
        for (int start = 0; start < contributions.size(); start += size) {
            batches.add(batch(
                    batches.size(),
                    combine,
                    contributions.subList(start, Math.min(start + size, contributions.size()))));
        }
        return batches;
    }

    private static Batch batch(int number, Combine combine, List<Contribution> contributions) {
        String digest = Digests.sha256(contributions.toString());
        return new Batch(SOURCE, digest, number, contributions.size(), combine, contributions, List.of(), Facts.none());
    }

    /** Contributions of all shapes: replies to earlier and later ones, threads, mentions, reactions, versions. */
    private static List<Contribution> invented(int count, long seed) {
        Random random = new Random(seed);
        List<Contribution> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<Account> recipients = new ArrayList<>();
            for (int recipient = random.nextInt(4); recipient > 0; recipient--) {
                recipients.add(account("p" + random.nextInt(30)));
            }
            boolean chat = random.nextBoolean();
            List<Reaction> reactions = random.nextInt(5) == 0
                    ? List.of(new Reaction(
                            account("p" + random.nextInt(30)), "like", START.plusSeconds(random.nextInt(900_000))))
                    : List.of();
            all.add(new Contribution(
                    SOURCE,
                    "c" + number,
                    START.plusSeconds(random.nextInt(900_000)),
                    chat ? ContributionKind.MESSAGE : ContributionKind.REPLY,
                    chat ? "chat" : "mail",
                    random.nextInt(4) == 0 ? Visibility.PRIVATE : Visibility.COMPANY,
                    "text " + random.nextInt(50),
                    "subject " + random.nextInt(9),
                    "t" + random.nextInt(20),
                    "community:g" + random.nextInt(3),
                    "en",
                    account("p" + random.nextInt(30)),
                    recipients,
                    random.nextInt(6) == 0 ? List.of(account("p" + random.nextInt(30))) : List.of(),
                    chat ? null : "c" + random.nextInt(count),
                    random.nextInt(9) == 0 ? "c" + random.nextInt(count) : null,
                    reactions,
                    List.of("tag" + random.nextInt(4)),
                    null,
                    random.nextInt(3)));
        }
        return all;
    }

    private static Account account(String name) {
        return new Account(SOURCE, name, name);
    }

    private static Contribution message(String id, Instant at, String by, List<String> recipients) {
        return new Contribution(
                SOURCE,
                id,
                at,
                ContributionKind.MESSAGE,
                "mail",
                Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                null,
                account(by),
                recipients.stream().map(GraphWriterIT::account).toList(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }

    private static Contribution mail(String id, Account by, Account to) {
        return new Contribution(
                SOURCE,
                id,
                START,
                ContributionKind.MESSAGE,
                "mail",
                Visibility.PRIVATE,
                null,
                null,
                null,
                null,
                null,
                by,
                List.of(to),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }

    private static Contribution contribution(
            String id,
            Instant at,
            String by,
            ContributionKind kind,
            @Nullable String repliesTo,
            @Nullable String resolves,
            List<Reaction> reactions) {
        return new Contribution(
                SOURCE,
                id,
                at,
                kind,
                "forum",
                Visibility.COMPANY,
                null,
                null,
                null,
                null,
                null,
                account(by),
                List.of(),
                List.of(),
                repliesTo,
                resolves,
                reactions,
                List.of(),
                null,
                0);
    }

    private static Contribution chat(String id, Instant at, String by) {
        return new Contribution(
                SOURCE,
                id,
                at,
                ContributionKind.MESSAGE,
                "chat",
                Visibility.COMPANY,
                null,
                null,
                "t",
                "community:valves",
                null,
                account(by),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }

    private static Contribution text(
            String id, Instant at, String by, Visibility visibility, String subject, String text) {
        return new Contribution(
                SOURCE,
                id,
                at,
                ContributionKind.POST,
                "network",
                visibility,
                text,
                subject,
                id,
                null,
                null,
                account(by),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }

    /** Every map the hash is made of has something in it, or the comparison of hashes says nothing. */
    @Test
    void hashParts_ofInventedLoad_areNotEmpty() {
        Store store = TestStores.scratch();
        load(store, List.of(batch(0, Combine.LATEST, invented(200, 5))));
        Map<String, String> parts = GraphHash.parts(store);
        assertThat(parts.get("read/hash-contributions")).startsWith("200:");
        assertThat(parts.get("read/hash-ties")).doesNotStartWith("0:");
        assertThat(parts.get("read/hash-reactions")).doesNotStartWith("0:");
        assertThat(parts.get("read/hash-links")).doesNotStartWith("0:");
    }
}
