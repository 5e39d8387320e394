package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String FILLER = "Nothing of note was said about it at all. ".repeat(6);
    private static final String TEXT = FILLER + "The tap drips in the wash room since Monday. " + FILLER;

    private static MatchedWords words(String about) {
        return MatchedWords.of(SearchWords.of(about, Glossary.none()));
    }

    @Test
    void noWordInIt_nearnessKnown_isTheNearestPassage() {
        String snippet = Snippet.of(TEXT, words("leaking valve"), passage -> passage.contains("tap") ? 1 : 0);

        assertThat(snippet).contains("The tap drips").startsWith("… ").endsWith(" …");
        assertThat(snippet.length()).isLessThanOrEqualTo(244);
    }

    @Test
    void aWordInIt_nearnessKnown_isThePassageOfTheWord() {
        assertThat(Snippet.of(TEXT, words("monday"), _ -> 0)).isEqualTo(Snippet.of(TEXT, words("monday")));
    }

    @Test
    void nearnessUnknown_isAsEver() {
        assertThat(Snippet.of(TEXT, words("valve"), null)).isEqualTo(Snippet.of(TEXT, words("valve")));
    }

    @Test
    void noSpaceAnywhere_isCutWithinTheText() {
        assertThat(Snippet.of("x".repeat(1_000), words("valve"), _ -> 0)).isEqualTo("x".repeat(240) + " …");
    }
}
