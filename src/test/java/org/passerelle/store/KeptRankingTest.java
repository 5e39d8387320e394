package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.RankingExponents;

class KeptRankingTest {
    private static final RankingExponents LEARNT = new RankingExponents(0.15, 1.1, 0.3);

    @TempDir
    private Path home;

    private Path file;
    private LearnedRanking ranking;

    @BeforeEach
    void open() {
        file = home.resolve("ranking.properties");
        ranking = new KeptRanking(file);
    }

    @Test
    void nothingIsLearntAtFirst() {
        assertThat(ranking.exponents()).isEmpty();
    }

    @Test
    void whatIsKeptHoldsAlsoForWhoeverOpensTheHomeLater() {
        ranking.keep(LEARNT);
        assertThat(ranking.exponents()).contains(LEARNT);
        assertThat(new KeptRanking(file).exponents()).contains(LEARNT);
    }

    @Test
    void whatIsForgottenHoldsNoLonger() {
        ranking.keep(LEARNT);
        assertThat(ranking.exponents()).isPresent();
        new KeptRanking(file).forget();
        assertThat(ranking.exponents()).isEmpty();
        ranking.forget();
    }

    @Test
    void aFileChangedByHandIsReadAgain() throws IOException {
        ranking.keep(LEARNT);
        assertThat(ranking.exponents()).isPresent();
        written("votes=0.9\nanswering=0.4\nfocus=0.6\n");
        assertThat(ranking.exponents()).contains(new RankingExponents(0.9, 0.4, 0.6));
    }

    @Test
    void aWrongFileSaysWhatIsWrongAndWhatToDo() throws IOException {
        written("votes=0.9\nanswering=much\nfocus=0.6\n");
        assertThatThrownBy(ranking::exponents)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(file
                        + ": 'answering' must be a number, not 'much'. Correct it, or delete the file to go back to"
                        + " the built-in numbers.");
        written("votes=0.9\nanswering=-1\nfocus=0.6\n");
        assertThatThrownBy(ranking::exponents).hasMessageContaining("lies between 0 and 5, not -1.0");
        written("votes=0.9\nfocus=0.6\n");
        assertThatThrownBy(ranking::exponents).hasMessageContaining("A line 'answering=NUMBER' is missing");
    }

    /** Written so that the clock's coarseness hides no change. */
    private void written(String lines) throws IOException {
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
        Files.writeString(file, lines);
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1_000));
    }
}
