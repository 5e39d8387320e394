package org.passerelle.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program; without a command it says which there are. */
@Command(
        name = "passerelle",
        description = "Expertise and organisational network analysis over a graph.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        subcommands = {
            ServeCommand.class,
            LoadCommand.class,
            EmbedCommand.class,
            VerifyCommand.class,
            GenerateCommand.class,
            EvaluateCommand.class,
            LearnCommand.class,
            ExportCommand.class,
            ReportCommand.class
        })
public final class PasserelleCommand implements Callable<Integer> {
    /** Done. */
    public static final int DONE = 0;
    /** Failed; the message says what to do. */
    public static final int FAILED = 1;
    /** Wrong arguments. */
    public static final int WRONG_ARGUMENTS = 2;
    /** Loaded, with rows in quarantine. */
    public static final int QUARANTINED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    /** Runs the command line and gives the exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new PasserelleCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new PlainErrors())
                .execute(arguments);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return WRONG_ARGUMENTS;
    }
}
