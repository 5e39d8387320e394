package org.passerelle.expert;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.passerelle.Passerelle;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HitColumns;
import org.passerelle.store.AskedQuestions;
import org.passerelle.store.FullTextSearch;
import org.passerelle.store.Store;
import org.passerelle.store.StoreStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The questions of a home's past with what the search finds for each as of its own moment, once without and once with its
 * community given: what orders of people are tried on, without the API in between.
 */
final class PastQuestions {
    private final ContributionSearch search;
    private final PastTrials trials;

    private PastQuestions(ContributionSearch search, PastTrials trials) {
        this.search = search;
        this.trials = trials;
    }

    /**
     * Which of them.
     *
     * @param from share of the questions before the first
     * @param until share of the questions up to the last
     * @param sample how many, drawn by seed; 0 for all
     */
    record Part(double from, double until, int sample, long seed) {
        /** Four words of a command line. */
        static Part of(List<String> words) {
            return new Part(
                    Double.parseDouble(words.get(0)),
                    Double.parseDouble(words.get(1)),
                    Integer.parseInt(words.get(2)),
                    Long.parseLong(words.get(3)));
        }
    }

    /**
     * One question with what was found.
     *
     * @param community the community given, null where it is not
     * @param language in which it is written, by its code; empty where that is unknown
     * @param nearby what others wrote on near topics
     * @param standing what the network says of people, where other hits than these are to be ordered too
     */
    record Found(
            AskedQuestion question,
            Set<String> right,
            @Nullable String community,
            String language,
            Scope scope,
            List<Hit> hits,
            HitColumns nearby,
            Function<List<Hit>, Standing> standing) {
        /** Who may be an expert. */
        Predicate<String> candidates() {
            return person -> !person.equals(question.askerId());
        }
    }

    /** Opens the home, lets somebody prepare, and tells of each question in order of time. */
    static void each(String home, Part part, Function<Store, Consumer<Found>> prepared) throws Exception {
        SpringApplication application = new SpringApplication(Passerelle.class);
        application.setDefaultProperties(
                Map.of("passerelle.home", home, "passerelle.open", true, "passerelle.demo", false));
        application.setBannerMode(Banner.Mode.OFF);
        try (ConfigurableApplicationContext context = application.run("--server.port=0")) {
            context.getBean(StoreStart.class).ready().get();
            context.getBean(FullTextSearch.class).awaitPrepared();
            Store store = context.getBean(Store.class);
            Consumer<Found> consumer = prepared.apply(store);
            List<AskedQuestion> questions = AskedQuestions.of(store);
            Replay replay = new Replay(questions);
            List<AskedQuestion> answerable = replay.answerable(part.from(), part.until());
            List<AskedQuestion> chosen =
                    part.sample() == 0 ? answerable : Replay.sample(answerable, part.sample(), part.seed());
            boolean communities = questions.stream()
                            .map(question -> String.valueOf(question.communityId()))
                            .distinct()
                            .count()
                    > 1;
            PastQuestions past =
                    new PastQuestions(context.getBean(ContributionSearch.class), context.getBean(PastTrials.class));
            replay.run(chosen, asked -> {
                consumer.accept(past.found(asked, null));
                if (communities && asked.question().communityId() != null) {
                    consumer.accept(past.found(asked, asked.question().communityId()));
                }
            });
        }
    }

    private Found found(Replay.Asked asked, @Nullable String community) {
        AskedQuestion question = asked.question();
        PastTrials.Past past = trials.past(question, community);
        return new Found(
                question,
                asked.right(),
                community,
                search.languages(List.of(question.key())).getOrDefault(question.key(), ""),
                past.scope(),
                past.hits(),
                past.nearby(),
                past.standing());
    }
}
