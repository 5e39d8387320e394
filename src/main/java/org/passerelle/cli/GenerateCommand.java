package org.passerelle.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.passerelle.demonstration.InventedOrganisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code generate}: writes an invented organisation, and the truth planted in it. */
@Command(
        name = "generate",
        description = "Writes an invented organisation with known truth.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "400",
            description = "People of the company (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder to write into.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private Path out;

    @Override
    public Integer call() {
        InventedOrganisation.generate(InventedOrganisation.Parameters.of(people, seed), out);
        System.out.println("Written to " + out + ". Load it with:");
        System.out.println("  load organisation " + out.resolve("organisation"));
        System.out.println("  load jsonl " + out.resolve("contributions.jsonl") + " --mapping "
                + out.resolve("contributions.yml"));
        return PasserelleCommand.DONE;
    }
}
