package org.passerelle.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/** A file of a load, compressed or not. */
record InputFile(Path path, long bytes) {
    static InputFile of(Path path) {
        try {
            return new InputFile(path, Files.size(path));
        } catch (IOException unreadable) {
            throw unreadable(path);
        }
    }

    /** The name by which messages and quarantine call it. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** The name without what says that it is compressed. */
    String plainName() {
        return name().endsWith(".gz") ? name().substring(0, name().length() - 3) : name();
    }

    /** Its bytes, uncompressed where it is compressed; bytes taken from the disk are added to the count. */
    InputStream open(AtomicLong bytesRead) throws IOException {
        InputStream raw = openRaw();
        try {
            InputStream counted = new BufferedInputStream(new Counted(raw, bytesRead), 1 << 16);
            counted.mark(4);
            byte[] start = counted.readNBytes(4);
            counted.reset();
            if (start.length >= 2 && start[0] == 0x1F && start[1] == (byte) 0x8B) {
                return new GZIPInputStream(counted, 1 << 16);
            }
            refuse(start);
            return counted;
        } catch (IOException | RuntimeException failed) {
            raw.close();
            throw failed;
        }
    }

    private InputStream openRaw() {
        try {
            return Files.newInputStream(path);
        } catch (IOException unreadable) {
            throw unreadable(path);
        }
    }

    private void refuse(byte[] start) {
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            throw new UnusableInput(
                    name(),
                    "expected text or a .gz file, found a zip archive or a workbook",
                    "Unpack it, or export it as csv");
        }
        if (start.length >= 2
                && ((start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)
                        || (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF))) {
            throw new UnusableInput(name(), "expected UTF-8 or a one-byte encoding, found UTF-16", "Save it as UTF-8");
        }
    }

    private static UnusableInput unreadable(Path path) {
        return new UnusableInput(
                path.toString(), "expected a file that can be read", "Check its name and the rights on it");
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong count;

        Counted(InputStream input, AtomicLong count) {
            super(input);
            this.count = count;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count.addAndGet(Math.max(read, 0));
            return read;
        }
    }
}
