package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.evaluation.Replay;
import org.passerelle.network.AskedQuestion;
import org.passerelle.network.LearnedRanking;
import org.passerelle.network.RankingExponents;
import org.passerelle.network.RankingTrials;
import org.passerelle.store.AskedQuestions;
import org.passerelle.store.Store;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a home learns its order of experts by is the order that it then answers with. */
class LearnedRankingAnswersIT extends AskedDemonstration {
    private static final String WHO = "query($a: String!, $f: ID!, $b: DateTime!) { experts(about: $a, from: $f,"
            + " filter: {before: $b}) { nodes { person { id } } provenance { parameters { name value } } } }";

    @Autowired
    private Store store;

    @Autowired
    private RankingTrials trials;

    @Autowired
    private LearnedRanking learned;

    private Optional<RankingExponents> kept = Optional.empty();

    @BeforeEach
    void remember() {
        kept = learned.exponents();
    }

    @AfterEach
    void restore() {
        kept.ifPresentOrElse(learned::keep, learned::forget);
    }

    @Test
    void demonstration_byItsOwnExponents_answersItsPastBetter() {
        RankingExponents own = kept.orElseThrow();
        Replay replay = new Replay(AskedQuestions.of(store));
        List<double[]> quality = new ArrayList<>();
        replay.run(Replay.sample(replay.answerable(0.4, 0.8), 120, 2), asked -> {
            RankingTrials.Trial trial = trials.trial(asked.question(), null);
            quality.add(Stream.of(trials.builtIn(), own)
                    .mapToDouble(exponents -> RankingQuality.of(trial.order(exponents), asked.right())
                            .averagePrecision())
                    .toArray());
        });
        assertThat(quality).hasSize(120);
        assertThat(quality.stream().mapToDouble(each -> each[1] - each[0]).sum())
                .isPositive();
    }

    @Test
    void pastQuestions_ofATrial_comeInTheOrderOfTheAnswer() throws Exception {
        List<AskedQuestion> asked = Replay.sample(new Replay(AskedQuestions.of(store)).answerable(0.5, 1), 12, 1);
        assertThat(asked).hasSize(12);
        RankingExponents other = new RankingExponents(1.4, 0.1, 0);
        int moved = 0;
        learned.forget();
        for (AskedQuestion question : asked) {
            RankingTrials.Trial trial = trials.trial(question, null);
            List<String> builtIn = answered(question);
            assertThat(inOrder(trial.order(trials.builtIn()), builtIn)).isEqualTo(builtIn);
            learned.keep(other);
            List<String> byOther = answered(question);
            assertThat(inOrder(trial.order(other), byOther)).isEqualTo(byOther);
            learned.forget();
            moved += builtIn.equals(byOther) ? 0 : 1;
        }
        assertThat(moved).isPositive();
    }

    @Test
    void provenance_namesTheExponentsInUse() throws Exception {
        AskedQuestion question = AskedQuestions.of(store).getLast();
        learned.keep(new RankingExponents(1.25, 0.5, 0.25));
        JsonNode parameters = asked(question).at("/data/experts/provenance/parameters");
        assertThat(parameters.toString())
                .contains(
                        "{\"name\":\"votesExponent\",\"value\":\"1.25\"}",
                        "{\"name\":\"focusExponent\",\"value\":\"0.25\"}");
    }

    private JsonNode asked(AskedQuestion question) throws Exception {
        return ask(
                WHO,
                Map.of(
                        "a", question.about(),
                        "f", question.askerId(),
                        "b", question.at().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private List<String> answered(AskedQuestion question) throws Exception {
        return AskedServer.texts(asked(question).at("/data/experts/nodes"), "/person/id");
    }

    /** Those of a trial who may be named. */
    private static List<String> inOrder(List<String> trial, List<String> named) {
        return trial.stream().filter(named::contains).toList();
    }
}
