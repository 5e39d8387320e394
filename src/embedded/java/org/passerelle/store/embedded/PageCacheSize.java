package org.passerelle.store.embedded;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.neo4j.io.ByteUnit;

/**
 * How much of its files the database keeps in memory, in bytes: all of them with a quarter to grow, at least 512 MiB and at most a
 * quarter of the machine's memory. A million contributions with texts take 3 GB of files; with less than that in memory, every
 * search waits for pages.
 */
final class PageCacheSize {
    private static final long MIN = ByteUnit.mebiBytes(512);

    private PageCacheSize() {}

    /** For the files in this directory, of which there may be none yet, on this machine. */
    static long of(Path databases) {
        return of(
                size(databases),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    static long of(long stored, long physical) {
        return Math.max(MIN, Math.min(stored + stored / 4, physical / 4));
    }

    private static long size(Path directory) {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
