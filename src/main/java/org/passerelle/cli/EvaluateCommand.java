package org.passerelle.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.passerelle.api.Snapshots;
import org.passerelle.evaluation.Belonging;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import org.passerelle.store.Meaning;
import org.passerelle.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code evaluate}: asks the questions of the home's own past again, each as of its own moment, through the API, and
 * prints how well those who then answered are found, beside four baselines; or finds the topics of texts whose tags are
 * hidden, and prints how many of the tags they meet, beside a baseline.
 */
@Command(
        name = "evaluate",
        description = "Asks past questions again and prints how well who answered, or what tags said, is found.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Parameters(index = "0", paramLabel = "WHAT", description = "experts or topics.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(
            names = "--from",
            paramLabel = "SHARE",
            defaultValue = "0.8",
            description = "Share of the questions, in time order, before the first that is asked (${DEFAULT-VALUE}).")
    private double from;

    @Option(
            names = "--until",
            paramLabel = "SHARE",
            defaultValue = "1",
            description = "Share of the questions up to the last that is asked (${DEFAULT-VALUE}).")
    private double until;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Asks every N-th question only (${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "0",
            description = "Asks so many of them only, drawn at random; 0 asks all (${DEFAULT-VALUE}).")
    private int sample;

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Of the draw: the same number draws the same questions (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--final-only", description = "Leaves the ablation out.")
    private boolean finalOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        boolean topics = what.equals("topics");
        if (!(what.equals("experts") || topics) || from < 0 || until > 1 || from >= until || every < 1 || sample < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected: evaluate experts or topics, --from below --until, both from 0 to 1, --every 1 or more, --sample 0 or more");
        }
        if (topics) {
            try (Store store = options.open("evaluate")) {
                TopicReplay.run(store, from, until);
            }
            return PasserelleCommand.DONE;
        }
        // Wrong settings are said here, where one line says them.
        QuietLogs.beginModel();
        boolean meaning = Meaning.of(options.home()).embedder().isPresent();
        try (RunningHome home = RunningHome.start(options)) {
            List<AskedQuestion> questions = home.questions();
            boolean communities = RunningHome.hasCommunities(questions);
            Belonging belonging =
                    new Belonging(home.part(Snapshots.class).newest().chart());
            ExpertReplay expertReplay = new ExpertReplay(
                    home.address(), belonging, new ExpertReplay.Ways(communities, !finalOnly, meaning));
            Replay replay = new Replay(questions);
            List<AskedQuestion> chosen = chosen(replay.answerable(from, until));
            replay.run(chosen, expertReplay::ask);
            System.out.printf(
                    "%d questions, %d of them asked again; %d refused%n%n",
                    questions.size(), chosen.size(), expertReplay.refused());
            expertReplay.print();
        }
        return PasserelleCommand.DONE;
    }

    private List<AskedQuestion> chosen(List<AskedQuestion> answerable) {
        List<AskedQuestion> chosen = IntStream.range(0, answerable.size())
                .filter(number -> number % every == 0)
                .mapToObj(answerable::get)
                .toList();
        return sample == 0 ? chosen : Replay.sample(chosen, sample, seed);
    }
}
