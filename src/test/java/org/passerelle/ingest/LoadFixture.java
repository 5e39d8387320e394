package org.passerelle.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.passerelle.network.LoadSummary;

/** Files written for a test, loaded into memory; keeps what was set aside. */
final class LoadFixture implements LoadProgress {
    final Path folder;
    final Path quarantine;
    final List<QuarantinedRow> setAside = new ArrayList<>();
    final List<State> states = new ArrayList<>();
    CollectedNetwork network = new CollectedNetwork();

    LoadFixture(Path temporary) {
        this.folder = temporary.resolve("in");
        this.quarantine = temporary.resolve("quarantine");
    }

    Path file(String name, String... lines) {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path bytes(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(target)) {
            zip.write(content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return target.toByteArray();
    }

    LoadRequest request(Format format, Path... paths) {
        return LoadRequest.of(format, paths.length == 0 ? List.of(folder) : List.of(paths), quarantine)
                .withProgress(this);
    }

    LoadSummary organisation() {
        return Load.run(request(Format.ORGANISATION), network);
    }

    LoadSummary csv(Path mapping, Path... paths) {
        return Load.run(request(Format.CSV, paths).withMapping(mapping), network);
    }

    LoadSummary jsonl(Path... paths) {
        return Load.run(request(Format.JSONL, paths).withSource("forum"), network);
    }

    /** The only row set aside, as its message. */
    String message() {
        if (setAside.size() != 1) {
            throw new AssertionError("Expected one row in quarantine, found " + setAside);
        }
        return setAside.getFirst().message();
    }

    @Override
    public void advanced(State state) {
        states.add(state);
    }

    @Override
    public void quarantined(QuarantinedRow row) {
        setAside.add(row);
    }
}
