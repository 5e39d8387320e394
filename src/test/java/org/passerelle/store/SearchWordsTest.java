package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
    @TempDir
    Path folder;

    private static SearchWords words(String about) {
        return SearchWords.of(about, Glossary.none());
    }

    @Test
    void clause_isOfPlainWords() {
        assertThat(words("Frozen VALVES").clause(false))
                .isEqualTo("+(subject:(frozen valves)^1.5 text:(frozen valves) place:nowhere)");
        assertThat(words("Clé gelée").clause(true)).isEqualTo("+(folded:(cle gelee) place:nowhere)");
    }

    @Test
    void clause_quotedWords_areHeldTogether() {
        assertThat(words("replace \"ball valve\"").clause(true))
                .isEqualTo("+(folded:(replace ball valve) place:nowhere) +(folded:\"ball valve\")");
        assertThat(words("« vanne papillon »").clause(false))
                .endsWith(" +(subject:\"vanne papillon\" text:\"vanne papillon\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+(\"~*:/ AND ][", "a\\b", "x && y || !z", "f:(a TO b)^3", "\"unclosed quote", "\"a b\" OR \"c"})
    void clause_queryLanguage_isGone(String about) {
        String inner = words(about)
                .clause(true)
                .replaceAll("\\+\\(folded:\"[a-z ]+\"\\)", "")
                .replace("+(folded:(", "")
                .replace(") place:nowhere)", "");
        assertThat(inner.strip()).matches("[a-z0-9 ]+");
        assertThat(inner).doesNotContain("AND", "OR");
    }

    @Test
    void abbreviation_thatSmallLettersMakeAWordOfGrammar_keepsItsCapitals() {
        assertThat(words("IT security").exact()).containsExactly("IT");
        assertThat(words("IT security").plain()).containsExactly("security");
        assertThat(words("IT").clause(true)).isEmpty();
        assertThat(words("IT").isEmpty()).isFalse();
        assertThat(words("IT security").clauseOf("IT")).isEqualTo("+folded:it folded:(security)");
        assertThat(words("Le SI & OU").exact()).containsExactly("SI", "OU");
        assertThat(words("how does it work").exact()).isEmpty();
        assertThat(words("CNC and ERP").exact()).isEmpty();
        assertThat(words("pumps AND NOT valves OR TO").exact()).isEmpty();
        assertThat(words("WHO KNOWS IT").exact()).as("all in capitals").isEmpty();
        assertThat(words("Il dit A").exact()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Our IT is down|true",
                "IT|true",
                "(IT)|true",
                "two lines of IT.|true",
                "It is down|false",
                "SPLITIT IT2|false",
                "ÉIT|false"
            })
    void pattern_isOfAWordOfItsOwn(String text, boolean holds) {
        assertThat(text.matches(SearchWords.pattern("IT"))).isEqualTo(holds);
    }

    @Test
    void glossary_abbreviation_isNotTheWordOfGrammar() throws IOException {
        Files.writeString(folder.resolve("words.csv"), "IT; informatique; IT support\n");
        Glossary glossary = new Glossary(folder);
        assertThat(SearchWords.of("Who does it?", glossary).synonyms()).isEmpty();
        assertThat(SearchWords.of("IT", glossary).synonyms()).contains("informatique");
        SearchWords french = SearchWords.of("l'informatique", glossary);
        assertThat(french.exact()).isEmpty();
        assertThat(SearchWords.of("informatique", glossary).exact()).containsExactly("IT");
        assertThat(SearchWords.of("IT support", glossary).synonyms()).contains("informatique");
    }

    @Test
    void approximate_isForOneLongWord() {
        assertThat(words("soudeur").approximable()).isTrue();
        assertThat(words("cuve").approximable()).isFalse();
        assertThat(words("deux mots").approximable()).isFalse();
        assertThat(words("s".repeat(SearchWords.TYPO_LETTERS_MAX)).approximable())
                .isTrue();
        assertThat(words("s".repeat(SearchWords.TYPO_LETTERS_MAX + 1)).approximable())
                .as("no word, and seconds of work for the index")
                .isFalse();
        assertThat(words("soudeur").approximate().clause(true)).isEqualTo("+(folded:soudeur~1 place:nowhere)");
        assertThat(words("électrolyse").approximate().clause(true)).contains("electrolyse~2");
        assertThat(words("soudeur").approximate().clause(false)).isEmpty();
    }

    @Test
    void glossary_bringsSynonyms_ofWordsAndOfSeveralWords() throws IOException {
        Files.writeString(folder.resolve("words.csv"), """
                # company words
                CNC, commande numérique; numerical control
                ERP\tSAP
                """);
        Glossary glossary = new Glossary(folder);
        assertThat(SearchWords.of("Commande numerique en panne", glossary).synonyms())
                .containsExactly("cnc", "numerical control");
        assertThat(SearchWords.of("erp", glossary).clause(true))
                .isEqualTo("+(folded:(erp) folded:\"sap\"^0.7 place:nowhere)");
        assertThat(SearchWords.of("painting", glossary).synonyms()).isEmpty();
    }

    @Test
    void glossary_changedFile_isReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("words.txt"), "a1, b1\n");
        Glossary glossary = new Glossary(folder);
        assertThat(SearchWords.of("a1", glossary).synonyms()).containsExactly("b1");
        Files.writeString(file, "a1, c1\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(SearchWords.of("a1", glossary).synonyms()).containsExactly("c1");
    }

    @Test
    void glossary_absentOrUnreadable_isEmpty() throws IOException {
        assertThat(SearchWords.of("a1", new Glossary(folder.resolve("none"))).synonyms())
                .isEmpty();
        Files.write(folder.resolve("binary"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
        assertThat(SearchWords.of("a1", new Glossary(folder)).synonyms()).isEmpty();
    }

    @Test
    void coverage_isShareOfWordsInAnyInflection() {
        assertThat(Snippet.coverage(
                        "Les vannes gelées", words("vanne gelee pompe de").plain()))
                .isEqualTo(2.0 / 3);
        assertThat(Snippet.coverage("anything", words("a b").plain())).isEqualTo(1);
    }

    @Test
    void coverage_wordInsideAnother_doesNotCount() {
        List<String> asked = words("cable pump").plain();

        assertThat(Snippet.coverage("the subcable, 3pump and cables", asked)).isEqualTo(0.5);
        assertThat(Snippet.coverage("pump", asked)).isEqualTo(0.5);
        assertThat(Snippet.coverage("unpumped subcables", asked)).isZero();
        assertThat(Snippet.coverage("unpumped (pumps)", asked)).isEqualTo(0.5);
    }

    @Test
    void discussion_isTheSubjectWithoutReply() {
        assertThat(Text.withoutReply("Re: [List] RE: Frozen Valves ")).isEqualTo("frozen valves");
        assertThat(Text.saysReply("[List] AW: x")).isTrue();
        assertThat(Text.saysReply("Reading: x")).isFalse();
    }
}
