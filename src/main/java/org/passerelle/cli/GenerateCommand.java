package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.passerelle.demonstration.InventedOrganisation;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            InventedOrganisation.generate(new Parameters(people, seed, Switches.all()), out);
        } catch (IOException failure) {
            throw new UncheckedIOException("The organisation cannot be written to " + out, failure);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
        System.out.println("Written to " + out + ". Load it with:");
        System.out.println("  load organisation " + out.resolve("organisation"));
        System.out.println("  load jsonl " + out.resolve("contributions.jsonl") + " --mapping "
                + out.resolve("contributions.yml"));
        return PasserelleCommand.DONE;
    }
}
