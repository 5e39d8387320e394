package org.passerelle.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "valve, valves",
        "réseau, réseaux",
        "signal, signaux",
        "tuyau, tuyaux",
        "analysis, analyses",
        "switch, switches",
        "energy, energies",
        "énergie, énergies",
        "industriel, industrielles",
        "prédictif, prédictive",
        "box, boxes"
    })
    void stem_ofInflections_isOne(String one, String other) {
        assertThat(stem(one)).isEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({"bus, but", "class, clas", "gas, gaz", "port, portail"})
    void stem_ofOtherWords_differs(String one, String other) {
        assertThat(stem(one)).isNotEqualTo(stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "sécurité, security", "compresseur, compressor", "mécanique, mechanical", "stratégie, strategy",
        "filtre, filter", "industriel, industrial", "laboratoire, laboratory", "prédictive, predictive"
    })
    void root_ofTheSameWordInBothLanguages_isOne(String french, String english) {
        assertThat(Stems.root(stem(french))).isEqualTo(Stems.root(stem(english)));
    }

    @Test
    void key_ofWordsInAnotherOrder_isTheSame() {
        assertThat(TopicName.key("Soupape de sécurité")).isEqualTo(TopicName.key("sécurité des soupapes"));
        assertThat(TopicName.key("of the")).isEmpty();
    }

    private static String stem(String word) {
        return Stems.stem(Stems.folded(word));
    }
}
