package org.passerelle.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCacheSizeTest {
    private static final long MIB = 1L << 20;

    @Test
    void size_ofSmallHome_isTheLeast() {
        assertThat(PageCacheSize.of(0, 16_384 * MIB)).isEqualTo(512 * MIB);
        assertThat(PageCacheSize.of(100 * MIB, 16_384 * MIB)).isEqualTo(512 * MIB);
    }

    @Test
    void size_ofLargeHome_isThatOfItsFiles_withRoomToGrow() {
        assertThat(PageCacheSize.of(3_200 * MIB, 32_768 * MIB)).isEqualTo(4_000 * MIB);
    }

    @Test
    void size_isAtMostAQuarterOfTheMachine_butNeverBelowTheLeast() {
        assertThat(PageCacheSize.of(3_200 * MIB, 8_192 * MIB)).isEqualTo(2_048 * MIB);
        assertThat(PageCacheSize.of(3_200 * MIB, 1_024 * MIB)).isEqualTo(512 * MIB);
    }

    @Test
    void size_ofNoFilesYet_isTheLeast(@TempDir Path folder) throws IOException {
        assertThat(PageCacheSize.of(folder.resolve("none"))).isEqualTo(512 * MIB);
        Files.writeString(Files.createDirectories(folder.resolve("neo4j")).resolve("store"), "some");
        assertThat(PageCacheSize.of(folder)).isEqualTo(512 * MIB);
    }
}
