package org.passerelle.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes what a server over the home would hand out, and as whom it asks. */
final class FileOptions {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private Path out;

    @Option(
            names = "--open",
            description = "Asks of your own home as everybody on this machine may see it; nobody can sign in yet.")
    private boolean open;

    /** Asks the server for an address and writes what it hands out; the command's exit code. */
    int write(StoreOptions home, String address) throws InterruptedException {
        return new OwnServer(home, open).write(address, out);
    }
}
