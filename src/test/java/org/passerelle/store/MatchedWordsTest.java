package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.network.StopWords;

class MatchedWordsTest {
    private static MatchedWords words(String about) {
        return MatchedWords.of(SearchWords.of(about, Glossary.none()));
    }

    private static List<String> marked(String about, String text) {
        return words(about).marks(text).stream()
                .map(mark -> text.substring(mark.start(), mark.end()))
                .toList();
    }

    @Test
    void marks_formsAndAccents_areSeen_othersNot() {
        assertThat(marked("réparer la pompe", "La Réparation des pompes, un repas pompeux. La cause."))
                .containsExactly("Réparation", "pompes");
        assertThat(marked("the car is planned", "Carbon cars are planning the theory."))
                .containsExactly("cars", "planning");
        assertThat(marked("l'usinage", "L’usinage à sec")).containsExactly("usinage");
    }

    @Test
    void marks_onlyWordsThatSayNothing_areLookedForAllTheSame() {
        assertThat(marked("how", "how and why")).containsExactly("how");
    }

    @Test
    void marks_slipOfASingleWord_isSeenWhereTheWordItselfIsNot() {
        assertThat(marked("cavitatoin", "cavitation here")).containsExactly("cavitation");
        assertThat(marked("cavitation", "cavitation, not cavitatoin")).containsExactly("cavitation");
        assertThat(marked("cavitatoin pump", "cavitation here")).isEmpty();
    }

    @Test
    void marks_afterEmoji_standWhereJavaScriptCounts() {
        assertThat(words("pump").marks("😀 pump")).singleElement().satisfies(mark -> {
            assertThat(mark.start()).isEqualTo(3);
            assertThat(mark.end()).isEqualTo(7);
        });
    }

    @Test
    void snippet_isWhereMostWordsStand_andNeverCutsACharacter() {
        String far = "pump. " + "Nothing of interest here. ".repeat(30) + "A pump that suffers cavitation. "
                + "Nothing of interest here. ".repeat(30);
        assertThat(Snippet.of(far, words("pump cavitation")))
                .contains("pump that suffers cavitation")
                .startsWith("… ")
                .endsWith(" …");
        String emoji = "😀".repeat(300);
        String cut = Snippet.of(emoji, words("pump"));
        assertThat(cut.codePoints().filter(letter -> letter >= 0xD800 && letter <= 0xDFFF))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "the a le,true",
        "IT,false",
        "it,true",
        "à la,true",
        "car,false",
        "or,false",
        "son,false",
        "42,false",
        "A,true"
    })
    void stopWords_sayNothing(String text, boolean all) {
        assertThat(StopWords.areAllOf(text)).isEqualTo(all);
    }
}
