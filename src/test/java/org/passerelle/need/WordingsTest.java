package org.passerelle.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Against one regular expression of all ways, over sentences put together from pieces of them. */
class WordingsTest {
    private static final String[] WAYS = {
        "how (?:can|do) (?:i|we)",
        "^(?:hi |hello )?anybody (?:knows?|else)",
        "\\p{L}+n't",
        "n't",
        "thanks",
        "thanks? you",
        "no,? thanks",
        "c'(?:est|etait) (?:bien )+(?:cela|ca)",
        "n[e' ] ?(?:passe|sort) (?:pas|plus)",
        "merci d(?:e|'(?!avoir))(?! (?:ta|ton)\\b) ?\\p{L}+",
        "same [^.?!]{0,10}error",
        "ticket ?#\\d+",
        "(?:ca|cela)"
    };

    private static final String[] PIECES = {
        "how",
        "can",
        "do",
        "i",
        "we",
        "hi",
        "hello",
        "anybody",
        "knows",
        "know",
        "else",
        "don't",
        "n't",
        "thanks",
        "thank",
        "you",
        "no,",
        "no",
        "c'est",
        "c'etait",
        "bien",
        "cela",
        "ca",
        "n'",
        "ne",
        "passe",
        "sort",
        "pas",
        "plus",
        "merci",
        "d'avoir",
        "de",
        "d'",
        "ta",
        "aide",
        "same",
        "error",
        "the",
        "errors",
        "ticket",
        "#12",
        "ticket#7",
        "ticket #7a",
        "été",
        "ñ",
        "cafe.",
        "?",
        "(",
        "\"",
        "-"
    };

    private final Wordings wordings = Wordings.of(WAYS);
    private final Pattern oracle = Pattern.compile("(?<![\\p{L}\\d])(?:" + String.join("|", WAYS) + ")(?![\\p{L}\\d])");

    @Test
    void theSameAsOneExpressionOfAllWays() {
        Random random = new Random(41);
        int found = 0;
        for (int round = 0; round < 20_000; round++) {
            String sentence = sentence(random);
            Matcher expected = oracle.matcher(sentence);
            boolean there = expected.find();
            assertThat(wordings.in(sentence)).as(sentence).isEqualTo(there);
            assertThat(wordings.before(sentence))
                    .as(sentence)
                    .isEqualTo(there ? sentence.substring(0, expected.start()) : sentence);
            assertThat(wordings.without(sentence))
                    .as(sentence)
                    .isEqualTo(oracle.matcher(sentence).replaceAll(" "));
            found += there ? 1 : 0;
        }
        assertThat(found).isBetween(2_000, 18_000);
    }

    @Test
    void nothingInNothing() {
        assertThat(List.of(wordings.in(""), wordings.before(""), wordings.without("")))
                .isEqualTo(List.of(false, "", ""));
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        int pieces = random.nextInt(7);
        for (int piece = 0; piece < pieces; piece++) {
            sentence.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(6) > 0) {
                sentence.append(' ');
            }
        }
        return sentence.toString();
    }
}
