package org.passerelle.ingest;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where rows that cannot be believed are written down: {@code <source>-<digest>.csv} says which and why,
 * without content; the folder {@code <source>-<digest>} beside it holds, under the name of their file,
 * the rows themselves where nothing in them is what somebody wrote or is called, so that they can be
 * corrected and loaded again. The digest is that of the input, so that a repeated load writes them anew.
 */
final class Quarantine implements Closeable {
    private static final String HEADER = "file,line,stage,code,found,expected,to_do\n";

    private final Path list;
    private final Path rows;
    private final Map<String, OutputStream> outputs = new LinkedHashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();

    Quarantine(Path folder, String source, String digest) {
        this.list = folder.resolve(source + "-" + digest + ".csv");
        this.rows = folder.resolve(source + "-" + digest);
        try {
            Files.deleteIfExists(list);
            if (Files.isDirectory(rows)) {
                try (Stream<Path> old = Files.list(rows)) {
                    for (Path file : old.toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    /** Writes down that the row was set aside. */
    void add(QuarantinedRow row) {
        counts.merge(row.code().name(), 1L, Long::sum);
        String line = String.join(
                ",",
                quoted(row.file()),
                Long.toString(row.line()),
                row.code().stage().name(),
                row.code().name(),
                quoted(row.found()),
                quoted(row.code().expected()),
                quoted(row.code().advice()));
        write(list, HEADER.getBytes(StandardCharsets.UTF_8), (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Keeps the row itself to be fed again. */
    void keep(InputFile file, byte[] header, byte[] raw) {
        byte[] line = new byte[raw.length + 1];
        System.arraycopy(raw, 0, line, 0, raw.length);
        line[raw.length] = '\n';
        byte[] first = header.length == 0
                ? header
                : (new String(header, StandardCharsets.ISO_8859_1) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        write(rows.resolve(file.plainName()), first, line);
    }

    /** Rows set aside, by code. */
    Map<String, Long> counts() {
        return counts;
    }

    /** Rows set aside. */
    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private void write(Path path, byte[] first, byte[] bytes) {
        try {
            OutputStream output = outputs.get(path.toString());
            if (output == null) {
                Path folder = path.getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                output = new BufferedOutputStream(Files.newOutputStream(path));
                outputs.put(path.toString(), output);
                output.write(first);
            }
            output.write(bytes);
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }

    private UncheckedIOException unwritable(IOException failed) {
        return new UncheckedIOException("Quarantine " + list + " cannot be written", failed);
    }

    @Override
    public void close() {
        try {
            for (OutputStream output : outputs.values()) {
                output.close();
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }
}
