package org.passerelle.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: writes what {@code /report} of a server over the same home would hand out, into a file. */
@Command(
        name = "report",
        description = "Writes the overview of a home as one page to print, under the rules of the API.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final FileOptions file = new FileOptions();

    @Parameters(index = "0", paramLabel = "WHAT", description = "overview.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "pdf", description = "pdf (usual) or html.")
    private String format = "pdf";

    @Option(names = "--language", paramLabel = "LANGUAGE", defaultValue = "en", description = "en (usual) or fr.")
    private String language = "en";

    @Option(names = "--from", paramLabel = "DAY", description = "First day, widened to its month.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, widened to its month.")
    private @Nullable String to;

    @Option(
            names = "--links",
            paramLabel = "ADDRESS",
            defaultValue = "none",
            description =
                    "Where the page is that links lead to, for instance https://passerelle.example; none (usual).")
    private String links = "none";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!what.equals("overview")
                || !List.of("pdf", "html").contains(format)
                || !List.of("en", "fr").contains(language)) {
            throw new ParameterException(
                    spec.commandLine(), "Expected: report overview --format pdf or html --language en or fr");
        }
        return file.write(
                options,
                "/report/overview." + format + "?language=" + language + "&links=" + encoded(links)
                        + (from == null ? "" : "&from=" + encoded(from))
                        + (to == null ? "" : "&to=" + encoded(to)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
