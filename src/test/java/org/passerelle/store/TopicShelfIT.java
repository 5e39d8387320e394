package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.DeclaredSkill;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicClaim;
import org.passerelle.network.TopicUse;
import org.passerelle.network.Visibility;

/** Topics of a small forum in a real database: found at the end of a load, kept, claimed, and hidden from who may not read. */
class TopicShelfIT {
    private static final String SOURCE = "forum";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final Scope OPEN = Scope.now(null, Instant.parse("2026-01-01T00:00:00Z"));

    private final Store store = TestStores.scratch();
    private final TopicShelf shelf = new TopicShelf(store);
    private final StoredProfiles profiles = new StoredProfiles(store, shelf);
    private final List<Contribution> all = new ArrayList<>();

    @BeforeEach
    void load() {
        for (String who : List.of("ann", "bob", "cid", "dan")) {
            make(who, Visibility.COMPANY, "The water hammer in the line is loud.", List.of());
            make(who, Visibility.COMPANY, "Our water hammer again.", List.of());
            make(who, Visibility.COMMUNITY, who + " asks: secret merger? No.", List.of());
        }
        for (int at = 0; at < 30; at++) {
            make("p" + at % 7, Visibility.COMPANY, "I would like to know if you got it.", List.of());
        }
        make("eve", Visibility.COMPANY, "Look.", List.of("check-valve"));
        write("d1");
    }

    private void make(String by, Visibility visibility, String text, List<String> tags) {
        all.add(new Contribution(
                SOURCE,
                "c" + all.size(),
                START.plus(Duration.ofDays(all.size())),
                ContributionKind.ANSWER,
                "forum",
                visibility,
                text,
                null,
                null,
                visibility == Visibility.COMMUNITY ? "community:board" : null,
                "en",
                new Account(SOURCE, by, by),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                tags,
                null,
                0));
    }

    private void write(String digest) {
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, digest, 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    private String person(String name) {
        return store
                .read(
                        "read/accounts",
                        Map.of(),
                        row -> row.get("address").asString().equals(name)
                                ? row.get("person").asString()
                                : "")
                .stream()
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Topic topic(String name) {
        return shelf.all(OPEN).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + shelf.all(OPEN)));
    }

    @Test
    void load_writesTopicsOfTextsAndTags() {
        assertThat(topic("water hammer").people()).isEqualTo(4);
        assertThat(topic("water hammer").contributions()).isEqualTo(8);
        assertThat(topic("check valve").people()).isEqualTo(1);
    }

    @Test
    void load_again_changesNothing() {
        List<Topic> before = shelf.all(OPEN);
        String hash = GraphHash.of(store);
        write("d2");
        assertThat(shelf.all(OPEN)).isEqualTo(before);
        assertThat(GraphHash.of(store)).isEqualTo(hash);
    }

    @Test
    void topic_ofTextTheReaderCannotRead_isNotThereForThem() {
        assertThat(topic("secret merger").people()).isEqualTo(4);
        Scope outsider = Scope.now(person("eve"), OPEN.before());
        assertThat(shelf.all(outsider))
                .extracting(Topic::name)
                .contains("water hammer")
                .doesNotContain("secret merger");
        assertThat(shelf.nearest("secret merger", 5, outsider))
                .extracting(Topic::name)
                .doesNotContain("secret merger");
        assertThat(shelf.topic(topic("secret merger").id(), outsider)).isEmpty();
        assertThat(profiles.uses(Set.of(person("ann")), outsider).get(person("ann")))
                .extracting(use -> use.topic().name())
                .contains("water hammer")
                .doesNotContain("secret merger");
    }

    @Test
    void nearest_findsWordsInAnyOrder_andLikeWritings() {
        assertThat(shelf.nearest("hammers of water", 1, OPEN)).containsExactly(topic("water hammer"));
        assertThat(shelf.nearest("watter hamer", 1, OPEN)).containsExactly(topic("water hammer"));
        assertThat(shelf.nearest("zzzzzz", 3, OPEN)).isEmpty();
        assertThat(shelf.nearest("the of 😀", 3, OPEN)).isEmpty();
        assertThat(shelf.named("HAM", OPEN)).containsExactly(topic("water hammer"));
    }

    @Test
    void uses_countDiscussionsAndFade() {
        TopicUse use = profiles.uses(Set.of(person("ann")), OPEN).getOrDefault(person("ann"), List.of()).stream()
                .filter(each -> each.topic().name().equals("water hammer"))
                .findFirst()
                .orElseThrow();
        assertThat(use.discussions()).isEqualTo(2);
        assertThat(use.support()).isBetween(0.5, 2.0);
        assertThat(profiles.evidence(person("ann"), use.topic().id(), 1, OPEN)).containsExactly(SOURCE + " c1");
    }

    private void declare(String digest, DeclaredSkill... skills) {
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(
                "organisation",
                digest,
                0,
                skills.length,
                Combine.LATEST,
                List.of(),
                List.of(),
                Facts.ofSkills(List.of(skills))));
        writer.finish("organisation");
    }

    private List<String> claims(String person, Scope scope) {
        return profiles.claims(Set.of(person), scope).getOrDefault(person, List.of()).stream()
                .map(claim -> claim.topic().name() + " " + claim.kind())
                .toList();
    }

    @Test
    void skill_namesTheTopicOfTexts_orOneOfItsOwn() {
        String eve = person("eve");
        declare("s1", new DeclaredSkill(eve, "Water hammers", null, null));
        declare("s2", new DeclaredSkill(eve, "Ultrasonic welding", LocalDate.of(2024, 1, 1), null));
        assertThat(claims(eve, OPEN)).containsExactlyInAnyOrder("water hammer DECLARED", "Ultrasonic welding DECLARED");
        assertThat(shelf.claims("our water hammer", OPEN).claimed()).containsOnlyKeys(eve);
        declare("s3", new DeclaredSkill(eve, "hammer (water)", null, null));
        assertThat(claims(eve, OPEN)).as("another spelling of what is there").hasSize(2);
        String hash = GraphHash.of(store);
        declare("s4", new DeclaredSkill(eve, "Water hammers", null, null));
        assertThat(GraphHash.of(store)).isEqualTo(hash);
    }

    @Test
    void skill_holdsOnItsDays_andWithoutDaysSaysNothingOfThePast() {
        String eve = person("eve");
        declare(
                "s1",
                new DeclaredSkill(eve, "Riveting", null, LocalDate.of(2020, 12, 31)),
                new DeclaredSkill(eve, "Milling", LocalDate.of(2025, 4, 1), null),
                new DeclaredSkill(eve, "Turning", null, null));
        assertThat(claims(eve, OPEN)).containsExactlyInAnyOrder("Milling DECLARED", "Turning DECLARED");
        Scope past = new Scope(null, Instant.parse("2025-04-02T00:00:00Z"), true);
        assertThat(claims(eve, past)).containsExactly("Milling DECLARED");
        assertThat(claims(eve, new Scope(null, Instant.parse("2025-04-01T00:00:00Z"), true)))
                .isEmpty();
    }

    @Test
    void skill_thatThePersonHid_staysHidden_overLoadsOfTextsAndOfTheList() {
        String eve = person("eve");
        DeclaredSkill skill = new DeclaredSkill(eve, "Piston ring", null, null);
        declare("s1", skill);
        String topic = profiles.claims(Set.of(eve), OPEN)
                .getOrDefault(eve, List.of())
                .getFirst()
                .topic()
                .id();
        profiles.claim(eve, topic, Optional.of(TopicClaim.Kind.HIDDEN), START);
        declare("s2", skill);
        assertThat(claims(eve, OPEN)).containsExactly("Piston ring HIDDEN");
        for (String who : List.of("ann", "bob", "cid", "dan")) {
            make(who, Visibility.COMPANY, "The piston rings in the line are worn.", List.of());
            make(who, Visibility.COMPANY, "Our piston ring again.", List.of());
        }
        write("d4");
        assertThat(topic("piston ring").people()).as("now of texts").isEqualTo(4);
        assertThat(claims(eve, OPEN)).containsExactly("piston ring HIDDEN");
        assertThat(shelf.claims("a piston ring", OPEN).hidden()).containsExactly(eve);
        profiles.claim(eve, topic("piston ring").id(), Optional.empty(), START);
        assertThat(claims(eve, OPEN)).containsExactly("piston ring DECLARED");
    }

    @Test
    void skill_keepsItsTopic_whenTextsAreReadAgain() {
        String eve = person("eve");
        DeclaredSkill skill = new DeclaredSkill(eve, "Piston ring", null, null);
        declare("s1", skill);
        make("bob", Visibility.COMPANY, "Something else.", List.of());
        write("d4");
        assertThat(claims(eve, OPEN)).containsExactly("Piston ring DECLARED");
        assertThat(store.read("read/topics", Map.of(), row -> row.get("id").asString()))
                .as("no topic is left over")
                .doesNotHaveDuplicates()
                .contains(TopicSettlement.id(SkillSettlement.key("piston rings")));
    }

    @Test
    void claim_outlivesALoadAndTheTopicsEnd_andIsTakenBack() {
        Topic added = profiles.ofWords("Ultrasonic welding");
        assertThat(profiles.ofWords("welding, ultrasonic").id()).isEqualTo(added.id());
        String ann = person("ann");
        profiles.claim(ann, added.id(), Optional.of(TopicClaim.Kind.ADDED), START);
        profiles.claim(ann, topic("water hammer").id(), Optional.of(TopicClaim.Kind.HIDDEN), START);
        make("bob", Visibility.COMPANY, "Something else.", List.of());
        write("d3");
        assertThat(profiles.claims(Set.of(ann), OPEN).get(ann))
                .extracting(claim -> claim.topic().name() + " " + claim.kind())
                .containsExactlyInAnyOrder("Ultrasonic welding ADDED", "water hammer HIDDEN");
        assertThat(shelf.claims("who knows ultrasonic welding?", OPEN).claimed())
                .containsOnlyKeys(ann);
        assertThat(shelf.claims("our water hammer", OPEN).hidden()).containsExactly(ann);
        assertThat(shelf.claims("water", OPEN).hidden()).isEmpty();
        assertThat(shelf.claims("our water hammer", new Scope(null, START.minusSeconds(1), true))
                        .hidden())
                .as("what was said later")
                .isEmpty();
        profiles.claim(ann, topic("water hammer").id(), Optional.empty(), START);
        assertThat(shelf.claims("our water hammer", OPEN).hidden()).isEmpty();
    }

    @Test
    void topic_ofThisProcess_isThereAtOnce_andOfAnother_afterSomeSeconds() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        InstantSource clock = now::get;
        TopicShelf remembering = new TopicShelf(store, clock.withZone(ZoneOffset.UTC));
        assertThat(remembering.topic(topic("water hammer").id(), OPEN)).isPresent();
        Topic elsewhere = profiles.ofWords("Ultrasonic welding");
        assertThat(remembering.topic(elsewhere.id(), OPEN)).isEmpty();
        now.set(START.plusSeconds(10));
        assertThat(remembering.topic(elsewhere.id(), OPEN)).isPresent();
        Topic own = new StoredProfiles(store, remembering).ofWords("Cold spraying");
        assertThat(remembering.topic(own.id(), OPEN)).isPresent();
        make("bob", Visibility.COMPANY, "The cavitation noise.", List.of("cavitation"));
        GraphWriter writer = new GraphWriter(store, Glossary.none(), remembering::changed);
        writer.write(new Batch(SOURCE, "d9", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
        assertThat(remembering.all(OPEN)).extracting(Topic::name).contains("cavitation");
    }
}
