package org.passerelle.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.passerelle.network.TopicText;
import org.passerelle.topic.TopicExtraction.Assigned;
import org.passerelle.topic.TopicExtraction.By;
import org.passerelle.topic.TopicExtraction.Found;
import org.passerelle.topic.TopicExtraction.Result;

class TopicExtractionTest {
    private static final Instant DAY = Instant.parse("2025-03-03T09:00:00Z");

    private final List<TopicText> texts = new ArrayList<>();

    private void add(String person, String discussion, String subject, String text, String... tags) {
        boolean opening = texts.stream().noneMatch(each -> each.discussion().equals(discussion));
        texts.add(new TopicText(
                "k" + texts.size(), person, DAY, discussion, opening, "company", null, subject, text, List.of(tags)));
    }

    /** Talk that holds nothing: so that topics are rare, as they are in a company. */
    private void chatter(int discussions) {
        for (int at = 0; at < discussions; at++) {
            add("p" + at % 7, "chat" + at, "", "Hello all, I would like to know if you got it, thanks in advance.");
        }
    }

    private Result found(List<List<String>> glossary, String... names) {
        Corpus corpus = new Corpus(List.of(names));
        texts.forEach(corpus::add);
        return TopicExtraction.extract(corpus, glossary);
    }

    private static Set<String> names(Result result) {
        Set<String> names = new TreeSet<>();
        result.topics().forEach(topic -> names.add(topic.names().getFirst()));
        return names;
    }

    private static Found topic(Result result, String name) {
        return result.topics().stream()
                .filter(topic -> topic.names().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + names(result)));
    }

    private void pumps() {
        add("ann", "d1", "Water hammer in the main line", "The water hammer at the plant is loud.");
        add("bob", "d1", "", "Close the check valve slowly against water hammer.");
        add("cid", "d2", "A check valve slams", "Our check valve slams. Is it a water hammer?");
        add("dan", "d2", "", "A spring in the check valves helps.");
        add("eve", "d3", "Water hammers again", "We had water hammers with the check valve.");
    }

    @Test
    void phrases_ofSeveralPeopleAndDiscussions_areTopicsInTheirUsualSpelling() {
        pumps();
        chatter(30);
        Result result = found(List.of());
        assertThat(names(result)).contains("water hammer", "check valve");
        assertThat(topic(result, "water hammer").people()).isEqualTo(5);
        assertThat(names(result)).doesNotContain("hammer", "water", "hello", "thanks", "advance");
    }

    @Test
    void phrases_inFrenchWithLinks_areTopics() {
        add(
                "ann",
                "d1",
                "Le coup de bélier de la ligne 2",
                "Bonjour Luc,\nle coup de bélier revient.\nCordialement,\nAnne");
        add("bob", "d2", "", "Contre les coups de bélier, un ballon suffit. Le joint d'arbre fuit.");
        add("cid", "d3", "", "Un coup de bélier a cassé le joint d'arbre.");
        add("dan", "d4", "", "Changez les joints d'arbre, le coup de bélier les use.");
        chatter(30);
        assertThat(names(found(List.of())))
                .contains("coup de bélier", "joint d'arbre")
                .doesNotContain("cordialement");
    }

    @Test
    void word_alwaysBetweenTheSameWords_isAPieceOfASentenceAndNoTopic() {
        for (String who : List.of("ann", "bob", "cid", "dan")) {
            add(
                    who,
                    "d" + who,
                    "",
                    "The valve is still a mystery to me. Whose gasket " + who + " took, the gasket fell.");
        }
        chatter(30);
        assertThat(names(found(List.of()))).contains("gasket").doesNotContain("mystery");
    }

    @Test
    void subject_thatRepliesOnlyRepeat_isUsedOnce() {
        // Nobody but ann speaks of the hammer: the others answer under her subject, and three people are needed.
        for (int day = 1; day <= 3; day++) {
            add("ann", "d" + day, "The copper hammer", "The copper hammer broke.");
            add("bob", "d" + day, "Re: The copper hammer", "Which one?");
            add("cid", "d" + day, "RE: the copper hammer", "Mine as well.");
        }
        chatter(30);
        assertThat(names(found(List.of()))).doesNotContain("copper hammer");
        add("bob", "d4", "", "My copper hammer.");
        add("cid", "d5", "", "Copper hammers!");
        add("dan", "d6", "", "A copper hammer, no.");
        add("eve", "d7", "", "Which copper hammer?");
        assertThat(names(found(List.of()))).contains("copper hammer");
    }

    @Test
    void phrase_ofOnePerson_isTheirPetWordAndNoTopic() {
        pumps();
        for (int at = 0; at < 9; at++) {
            add("ann", "pet" + at, "", "Remember the golden rule of the flying squirrel.");
        }
        add("bob", "pet1", "", "The flying squirrel again.");
        add("cid", "pet2", "", "No flying squirrel please.");
        assertThat(names(found(List.of()))).contains("water hammer").doesNotContain("flying squirrel", "squirrel");
    }

    @Test
    void name_ofAPerson_isNoTopic_butTheSameWordInSmallLettersIs() {
        for (String who : List.of("ann", "bob", "cid", "dan")) {
            add(
                    who,
                    who,
                    "",
                    "We were with Delacroix. Here is a valve, and that is from Delacroix. In the valve it is dark.");
        }
        chatter(30);
        assertThat(names(found(List.of()))).contains("Delacroix");
        assertThat(names(found(List.of(), "Zoé Delacroix", "Val Valve")))
                .doesNotContain("Delacroix")
                .contains("valve");
    }

    @Test
    void words_withOneRootInBothLanguages_areOneConcept() {
        for (String who : List.of("ann", "bob", "cid")) {
            // Each goes on in another way, or the longer phrase would be the topic.
            add(who, "f" + who, "", "La maintenance prédictive, selon " + who + ", est utile.");
            add(who, "e" + who, "", "About predictive maintenance, says " + who + ".");
        }
        chatter(30);
        Found topic = topic(found(List.of()), "maintenance prédictive");
        assertThat(topic.names()).contains("predictive maintenance");
        assertThat(topic.contributions()).isEqualTo(6);
    }

    @Test
    void glossary_line_isOneConceptOfItsFirstName_fromOneUseOn() {
        add("ann", "d1", "", "The shaft seal leaks.");
        add("bob", "d2", "", "La garniture mécanique fuit.");
        Result result = found(List.of(List.of("garniture mécanique", "shaft seal")));
        Found topic = topic(result, "shaft seal");
        assertThat(topic.names()).containsExactly("garniture mécanique", "shaft seal");
        assertThat(topic.people()).isEqualTo(2);
        assertThat(result.assigned())
                .allSatisfy(each -> assertThat(each.topics()).containsValue(By.GLOSSARY));
    }

    @Test
    void tag_andPhraseOfTheSameWords_areOneConcept_andRepliesInheritIt() {
        add("ann", "d1", "Which one", "It leaks.", "check-valve");
        add("bob", "d1", "", "Try another.");
        Result result = found(List.of());
        assertThat(topic(result, "check valve").contributions()).isEqualTo(2);
        assertThat(result.assigned())
                .extracting(Assigned::topics)
                .containsExactly(Map.of(0, By.TAG), Map.of(0, By.THREAD));
    }

    @Test
    void reply_withOtherReaders_doesNotInherit() {
        add("ann", "d1", "Which one", "It leaks.", "check-valve");
        texts.add(new TopicText("r", "bob", DAY, "d1", false, "c1", null, null, "Try another.", List.of()));
        assertThat(found(List.of()).assigned())
                .extracting(Assigned::contribution)
                .containsExactly("k0");
    }

    @Test
    void quotations_addressesAndFormulas_areNotRead() {
        for (String who : List.of("ann", "bob", "cid", "dan")) {
            add(
                    who,
                    who,
                    "",
                    "> The rotten quotation stands here.\nSee https://wiki/secret-page and $\\rotten$.\n"
                            + "So " + who + " has a pump curve. That pump curve"
                            + " " + who + " sent.\n-- \nRotten signature");
        }
        chatter(30);
        Set<String> names = names(found(List.of()));
        assertThat(names).contains("pump curve").noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT)
                .contains("rotten"));
    }

    @Test
    void corpus_emptyOrOfNothingButGrammar_hasNoTopics() {
        assertThat(found(List.of()).topics()).isEmpty();
        add("ann", "d1", "", "…");
        add("bob", "d2", "😀", "the of and");
        assertThat(found(List.of(List.of("the"), List.of())).topics()).isEmpty();
    }

    @Test
    void order_ofTheTexts_changesNeitherTopicsNorWhatIsAboutThem() {
        pumps();
        chatter(30);
        Set<String> expected = described(found(List.of()));
        long seed = 7;
        Collections.shuffle(texts, new Random(seed));
        assertThat(described(found(List.of()))).as("seed " + seed).isEqualTo(expected);
    }

    private static Set<String> described(Result result) {
        Set<String> described = new TreeSet<>();
        for (Assigned each : result.assigned()) {
            each.topics()
                    .forEach((topic, by) -> described.add(each.contribution() + " " + by + " "
                            + result.topics().get(topic).key()));
        }
        return described;
    }
}
