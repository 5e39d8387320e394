package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The right of one process to run the database of a home; the operating system frees it when the process dies. */
public final class StoreHold implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private StoreHold(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Who holds a home's database.
     *
     * @param command serve, load, verify or export
     * @param uri where its Bolt connector listens
     */
    public record Owner(String command, long pid, String uri) {}

    /** Takes the database of the home, unless another process has it. */
    public static Optional<StoreHold> take(Home home, Owner owner) {
        try {
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock;
            try {
                lock = channel.tryLock();
            } catch (OverlappingFileLockException heldByThisProcess) {
                lock = null;
            }
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            Files.write(home.owner(), List.of(owner.command(), Long.toString(owner.pid()), owner.uri()));
            return Optional.of(new StoreHold(channel, lock));
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock " + home.lock() + " cannot be taken", failure);
        }
    }

    /** Who wrote itself down as holder last; holds only while the lock is taken. */
    public static Optional<Owner> owner(Home home) {
        try {
            List<String> lines = Files.readAllLines(home.owner());
            return lines.size() == 3
                    ? Optional.of(new Owner(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2)))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
