package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EASTERN = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
    private static final List<String> PIECES = List.of(
            "A", "b", "é", "É", "ç", "œ", "Œ", "æ", "Æ", "ß", "İ", "ǆ", "e\u0301", "\u20DD", "ﬁ", "ｶ", "Ω", "語", "あ",
            "カ", "𝔸", "𠀀", "🙂", " ", "'", "-", "7", "٣", "ก็", "हि", "가", "々", "〇", "\u3099");

    /** Letter for letter by a regular expression, as the indexes were first compared. */
    private static String foldedByExpression(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .replace("æ", "ae")
                .replace("Æ", "ae")
                .toLowerCase(Locale.ROOT);
    }

    private static String drawn(Random random) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(12); piece > 0; piece--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void folded_drawnTexts_isWithoutAccentsInLowerCase() {
        Random random = new Random(11);
        for (int text = 0; text < 5_000; text++) {
            String drawn = drawn(random);
            assertThat(Text.folded(drawn)).as(drawn).isEqualTo(foldedByExpression(drawn));
        }
        assertThat(Text.folded("ŒUVRE Élevée")).isEqualTo("oeuvre elevee");
    }

    @Test
    void hasNoSpaces_everyLetter_isThatOfChineseAndJapanese() {
        List<String> otherwise = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                .mapToObj(Character::toString)
                .filter(letter -> SearchWords.hasNoSpaces(letter)
                        != EASTERN.matcher(letter).find())
                .toList();

        assertThat(otherwise).isEmpty();
        assertThat(SearchWords.hasNoSpaces("a語")).isTrue();
        assertThat(SearchWords.hasNoSpaces("")).isFalse();
    }
}
