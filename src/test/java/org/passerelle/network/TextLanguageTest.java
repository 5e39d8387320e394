package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLanguageTest {
    @Test
    void language_french_isTold() {
        assertThat(TextLanguage.of("Bonjour, est-ce que quelqu'un sait comment régler la presse dans l'atelier ?"))
                .contains("fr");
    }

    @Test
    void language_english_isTold() {
        assertThat(TextLanguage.of("Does anybody know how to adjust the press in the workshop?"))
                .contains("en");
    }

    @Test
    void language_tooShortMixedOrOther_isNotTold() {
        assertThat(TextLanguage.of("")).isEmpty();
        assertThat(TextLanguage.of("ok merci")).isEmpty();
        assertThat(TextLanguage.of("the and of with le la des pour")).isEmpty();
        assertThat(TextLanguage.of("Wie stellt man das ein? 12345")).isEmpty();
    }

    @Test
    void fewWords_oneVote_isEnough() {
        assertThat(TextLanguage.likely("how to adjust a press")).hasValue("en");
        assertThat(TextLanguage.likely("comment régler la presse")).hasValue("fr");
        assertThat(TextLanguage.likely("étanchéité")).hasValue("fr");
        assertThat(TextLanguage.likely("pump seal")).isEmpty();
        assertThat(TextLanguage.likely("the press le poste")).isEmpty();
    }
}
