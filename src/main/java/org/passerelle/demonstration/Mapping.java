package org.passerelle.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes how the fields of the contributions are to be read. */
final class Mapping {
    private Mapping() {}

    static void write(Path file) throws IOException {
        Files.writeString(file, "source: demonstration\n");
    }
}
