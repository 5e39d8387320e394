package org.passerelle.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest {
    @Test
    void language_french_isTold() {
        assertThat(Language.of("Bonjour, est-ce que quelqu'un sait comment régler la presse dans l'atelier ?"))
                .contains("fr");
    }

    @Test
    void language_english_isTold() {
        assertThat(Language.of("Does anybody know how to adjust the press in the workshop?"))
                .contains("en");
    }

    @Test
    void language_tooShortMixedOrOther_isNotTold() {
        assertThat(Language.of("")).isEmpty();
        assertThat(Language.of("ok merci")).isEmpty();
        assertThat(Language.of("the and of with le la des pour")).isEmpty();
        assertThat(Language.of("Wie stellt man das ein? 12345")).isEmpty();
    }
}
