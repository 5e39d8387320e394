package org.passerelle.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.passerelle.network.TopicText;

/** What names a subject, and what only looks like it: each case stands beside one that must stay. */
class TopicSelectionTest {
    private static final Instant DAY = Instant.parse("2025-03-03T09:00:00Z");
    private static final List<String> PEOPLE = List.of("ann", "bob", "cid", "dan", "eve", "fay");

    private final List<TopicText> texts = new ArrayList<>();

    private void add(String language, String person, String discussion, String subject, String text, String... tags) {
        boolean opening = texts.stream().noneMatch(each -> each.discussion().equals(discussion));
        texts.add(new TopicText(
                "k" + texts.size(),
                person,
                DAY,
                discussion,
                opening,
                "company",
                language,
                subject,
                text,
                List.of(tags)));
    }

    /** Six people, each in a discussion of their own; "§" in the text is another word for each. */
    private void each(String language, String about, String text) {
        for (String who : PEOPLE) {
            add(language, who, about + who, "", text.replace("§", who));
        }
    }

    private Set<String> names(String... properNames) {
        for (int at = 0; at < 30; at++) {
            add("en", "p" + at % 7, "chat" + at, "", "Hello all, I would like to know if you got it.");
        }
        Corpus corpus = new Corpus(List.of(properNames));
        texts.forEach(corpus::add);
        Set<String> names = new TreeSet<>();
        TopicExtraction.extract(corpus, List.of())
                .topics()
                .forEach(topic -> names.add(topic.names().getFirst()));
        return names;
    }

    @Test
    void unitOfMeasure_whichFollowsNumbers_isNoTopic() {
        each("fr", "a", "Le câble § fait 12 mètres, § avec un câble.");
        each("fr", "b", "Vu avec § : les mètres, § sont trois mètres § ou 40 mètres.");
        assertThat(names()).contains("câble").doesNotContain("mètres", "mètre");
    }

    @Test
    void participle_whichFollowsIsOrANoun_isNoTopic() {
        each("fr", "a", "La bride § est fissurée, § une bride. Trop fissurée § !");
        each("en", "b", "The gasket, § and it is worn, § with a gasket. They are worn § too.");
        assertThat(names()).contains("bride", "gasket").doesNotContain("fissurée", "worn");
    }

    @Test
    void adjective_whichStandsBeforeNouns_isNoTopicAlone() {
        each(
                "en",
                "a",
                "The tidal § and the turbine, § with a tidal " + "pump, the tidal turbine. A turbine §, a turbine.");
        each("en", "b", "For the tidal plant § we have a tidal gauge, § the tidal crane.");
        assertThat(names()).contains("turbine").doesNotContain("tidal");
    }

    @Test
    void infinitive_afterDeAndPour_isNoTopic() {
        each("fr", "a", "On parle de souder, § de souder le carter § sans souder. Un carter § !");
        assertThat(names()).contains("carter").doesNotContain("souder");
    }

    @Test
    void firm_whereOneIsAtHome_isNoTopic() {
        each("fr", "a", "La vanne § chez Brumel fuit, § comme chez Brumel. De Brumel § une vanne § !");
        assertThat(names()).contains("vanne").doesNotContain("Brumel");
    }

    @Test
    void nameOfAPlace_isNoTopic() {
        each("fr", "a", "La vanne § de Kelmore fuit, § sans Kelmore. Une vanne § !");
        assertThat(names("Kelmore")).contains("vanne").doesNotContain("Kelmore");
    }

    /** "Mise" says nothing without what follows its link. */
    @Test
    void beginningOfALongerName_isNoTopic() {
        String[] ends = {"en eau", "en rayon", "en bouche", "en bière", "en orbite", "en gage"};
        for (int at = 0; at < ends.length; at++) {
            String who = PEOPLE.get(at);
            add("fr", who, "d" + at, "", "La mise " + ends[at] + " " + who + ", le joint " + who + ". Un joint.");
        }
        assertThat(names()).contains("joint").doesNotContain("mise");
    }

    /** "Team" is in every text and in no subject; the pump is in the subjects, and comes again in the answers. */
    @Test
    void wordThatNoSubjectNames_isNoTopic() {
        for (int at = 0; at < 24; at++) {
            String thing = List.of("pump", "gasket", "flange", "rotor").get(at % 4);
            String who = PEOPLE.get(at % 6);
            String other = PEOPLE.get((at + 1) % 6);
            add("en", who, "d" + at, "The " + thing + "?", "With " + who + " the " + thing + " of the team, " + who);
            add("en", other, "d" + at, "", "For a " + thing + ", " + other + " says; the " + thing + " is it.");
        }
        assertThat(names()).contains("pump", "gasket", "flange", "rotor").doesNotContain("team");
    }

    @Test
    void wordInsideALongerPhrase_isNoTopicOfItsOwn() {
        each("fr", "a", "Un joint torique, § le joint torique § !");
        each("fr", "b", "Le joint plat, § un joint plat § !");
        assertThat(names()).contains("joint torique", "joint plat").doesNotContain("joint");
    }

    @Test
    void tagWithoutAccents_isSpelledAsPeopleDo() {
        add("fr", "ann", "d1", "Un étalonnage", "L'étalonnage est fait.", "etalonnage");
        add("fr", "bob", "d2", "Une reprise", "La non-conformité, la conformité.", "non-conformite");
        assertThat(names()).contains("étalonnage", "non conformité");
    }
}
