package org.passerelle.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopicNamesTest {
    private static final List<List<String>> GLOSSARY =
            List.of(List.of("CNC", "commande numérique"), List.of("IT", "informatique"));

    private final TopicNames names = new TopicNames(GLOSSARY);

    @Test
    void words_inAnyOrderAndInflection_areTheTopic() {
        names.add("t1", List.of("safety valve", "soupape de sûreté"));
        assertThat(names.find("Valves for safety")).contains("t1");
        assertThat(names.find("soupapes de sûreté")).contains("t1");
        assertThat(names.find("valve")).isEmpty();
        assertThat(names.find("")).isEmpty();
    }

    @Test
    void words_ofTheOtherLanguage_meetByTheGlossary_thenByTheirRoots() {
        names.add("t1", List.of("CNC"));
        names.add("t2", List.of("compressor"));
        assertThat(names.find("commande numérique")).contains("t1");
        assertThat(names.find("Compresseurs")).contains("t2");
    }

    @Test
    void words_thatTwoTopicsHave_areTheFirst() {
        names.add("t1", List.of("welding"));
        names.add("t2", List.of("Welding"));
        assertThat(names.find("welding")).contains("t1");
    }

    @Test
    void abbreviation_inCapitals_isNotTheWordOfGrammar() {
        names.add("t1", List.of("IT"));
        names.add("t2", List.of("IT support"));
        names.add("t3", List.of("R"));
        assertThat(names.find("IT")).contains("t1");
        assertThat(names.find("informatique")).contains("t1");
        assertThat(names.find("it")).isEmpty();
        assertThat(names.find("support for IT")).contains("t2");
        assertThat(names.find("support it")).isEmpty();
        assertThat(names.find("R")).contains("t3");
        assertThat(TopicName.stems("WHO KNOWS IT")).doesNotContain("IT");
        assertThat(TopicName.stems("L'eau de la pompe")).doesNotContain("L");
    }
}
