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

    @Mixin
    private final PastOptions past = new PastOptions();

    @Parameters(index = "0", paramLabel = "WHAT", description = "experts or topics.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, since it is required
    private String what;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "1",
            description = "Asks every N-th question only (${DEFAULT-VALUE}).")
    private int every;

    @Option(names = "--final-only", description = "Leaves the ablation out.")
    private boolean finalOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        boolean topics = what.equals("topics");
        PastOptions.Part part = past.or(0.8, 1, 0);
        if (!(what.equals("experts") || topics) || !part.isOne() || every < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected: evaluate experts or topics, --from below --until, both from 0 to 1, --every 1 or more, --sample 0 or more");
        }
        if (topics) {
            try (Store store = options.open("evaluate")) {
                TopicReplay.run(store, part.from(), part.until());
            }
            return PasserelleCommand.DONE;
        }
        // Wrong settings are said here, where one line says them.
        QuietLogs.beginModel();
        boolean meaning = Meaning.of(options.home()).embedder().isPresent();
        try (RunningHome home = RunningHome.open(options)) {
            List<AskedQuestion> questions = home.questions();
            boolean communities = RunningHome.hasCommunities(questions);
            Belonging belonging =
                    new Belonging(home.part(Snapshots.class).newest().chart());
            ExpertReplay expertReplay = new ExpertReplay(
                    home.address("/graphql"), belonging, new ExpertReplay.Ways(communities, !finalOnly, meaning));
            Replay replay = new Replay(questions);
            List<AskedQuestion> chosen = part.drawn(thinned(replay.answerable(part.from(), part.until())));
            replay.run(chosen, expertReplay::ask);
            System.out.printf(
                    "%d questions, %d of them asked again; %d refused%n%n",
                    questions.size(), chosen.size(), expertReplay.refused());
            expertReplay.print();
        }
        return PasserelleCommand.DONE;
    }

    private List<AskedQuestion> thinned(List<AskedQuestion> answerable) {
        return IntStream.range(0, answerable.size())
                .filter(number -> number % every == 0)
                .mapToObj(answerable::get)
                .toList();
    }
}
