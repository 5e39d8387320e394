package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource({"-0.004, 0.00", "0.004, 0.00", "-0.0, 0.00", "-0.005, -0.01", "-0.012, -0.01", "0.25, 0.25"})
    void number_thatRoundsToNothing_hasNoSign(double value, String written) {
        assertThat(Language.ENGLISH.number(value, 2)).isEqualTo(written);
    }

    @Test
    void signed_thatRoundsToNothing_hasNoSign() {
        assertThat(Language.FRENCH.signed(0.0004, 3)).isEqualTo("0,000");
        assertThat(Language.FRENCH.signed(0.0006, 3)).isEqualTo("+0,001");
        assertThat(Language.FRENCH.signed(-0.0006, 3)).isEqualTo("-0,001");
    }

    @ParameterizedTest
    @CsvSource({
        "Achats, d’Achats",
        "Études pompes, d’Études pompes",
        "Ventes, de Ventes",
        "Hygiène, de Hygiène",
        "42, de 42"
    })
    void frenchDe_isCutBeforeAVowel(String name, String said) {
        assertThat(Bilingual.frenchOf(name)).isEqualTo(said);
    }
}
