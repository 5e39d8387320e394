package org.passerelle.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: writes what {@code /export} of a server over the same home would hand out, into a file. */
@Command(
        name = "export",
        description = "Writes a matrix or network of a home into a CSV or GEXF file, under the rules of the API.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Mixin
    private final FileOptions file = new FileOptions();

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "silos, groups, clusters, bridges, bridge-ties, network, nodes, wirearchy, shortcuts,"
                    + " shortcut-ties, introductions, transverse-topics, topics-apart, compare or compare-groups.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv (usual) or gexf.")
    private String format = "csv";

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "An argument of the question, for instance --with dimension=SITE --with from=2025-01-01.")
    private List<String> arguments = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!List.of("csv", "gexf").contains(format) || !what.matches("[a-z-]+")) {
            throw new ParameterException(
                    spec.commandLine(), "Expected: export silos (or another of --help) --format csv or gexf");
        }
        String query = arguments.stream().map(this::encoded).collect(Collectors.joining("&"));
        return file.write(options, "/export/" + what + "." + format + "?" + query);
    }

    private String encoded(String argument) {
        int equals = argument.indexOf('=');
        if (equals < 1) {
            throw new ParameterException(spec.commandLine(), "--with takes NAME=VALUE, not '" + argument + "'");
        }
        return URLEncoder.encode(argument.substring(0, equals), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(argument.substring(equals + 1), StandardCharsets.UTF_8);
    }
}
