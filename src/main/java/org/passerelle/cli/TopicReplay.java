package org.passerelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.passerelle.evaluation.PairedBootstrap;
import org.passerelle.evaluation.PairedBootstrap.Estimate;
import org.passerelle.network.TopicText;
import org.passerelle.store.Store;
import org.passerelle.store.TopicTexts;
import org.passerelle.topic.TagRecovery;
import org.passerelle.topic.TagRecovery.Compared;

/** Hides the tags of later texts, finds their topics, and prints how many of the tags they meet. */
final class TopicReplay {
    private static final int BEST = 30;

    private TopicReplay() {}

    /** The tagged texts between two shares of all, in time order; what is earlier is learnt from. */
    static void run(Store store, double from, double until) {
        System.out.println("Topics most people used: " + String.join(", ", TopicTexts.topics(store)));
        System.out.println();
        List<TopicText> texts = TopicTexts.of(store);
        TagRecovery whole = TagRecovery.learn(texts, TopicTexts.names(store));
        System.out.printf(
                Locale.ROOT,
                "Topics that say most, of %d found in %d texts without their tags: %s%n%n",
                whole.topics(),
                whole.earlier(),
                String.join(", ", whole.best(BEST)));
        List<TopicText> tagged =
                texts.stream().filter(text -> !text.tags().isEmpty()).toList();
        List<TopicText> asked = tagged.subList((int) (from * tagged.size()), (int) (until * tagged.size()));
        if (asked.isEmpty()) {
            System.out.println("No text of these has tags: there is nothing to compare topics with.");
            return;
        }
        List<TopicText> earlier = texts.stream()
                .filter(text -> text.at().isBefore(asked.getFirst().at()))
                .toList();
        TagRecovery recovery = TagRecovery.learn(earlier, TopicTexts.names(store));
        List<Compared> compared = new ArrayList<>();
        asked.forEach(text -> compared.addAll(recovery.compare(text)));
        System.out.printf(
                Locale.ROOT,
                "%d earlier texts, %d topics; %d later texts with tags, %.3f of the tags are in their own text%n%n",
                recovery.earlier(),
                recovery.topics(),
                compared.size(),
                compared.stream().mapToDouble(Compared::held).average().orElse(0));
        System.out.println("| five topics a text | precision | recall |");
        System.out.println("|---|---|---|");
        row("topics", compared, each -> each.topics().precision(), each -> each.topics()
                .recall());
        row("TF-IDF", compared, each -> each.baseline().precision(), each -> each.baseline()
                .recall());
        System.out.printf(
                Locale.ROOT,
                "| difference | %s | %s |%n",
                shown(PairedBootstrap.difference(
                        values(compared, each -> each.topics().precision()),
                        values(compared, each -> each.baseline().precision()))),
                shown(PairedBootstrap.difference(
                        values(compared, each -> each.topics().recall()),
                        values(compared, each -> each.baseline().recall()))));
    }

    private static void row(
            String name, List<Compared> compared, ToDoubleFunction<Compared> one, ToDoubleFunction<Compared> other) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                shown(PairedBootstrap.of(values(compared, one))),
                shown(PairedBootstrap.of(values(compared, other))));
    }

    private static double[] values(List<Compared> compared, ToDoubleFunction<Compared> of) {
        return compared.stream().mapToDouble(of).toArray();
    }

    private static String shown(Estimate estimate) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", estimate.mean(), estimate.low(), estimate.high());
    }
}
