package org.passerelle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.evaluation.Baselines.Kind;
import org.passerelle.network.AskedQuestion;

class ReplayTest {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /** A question on a day, answered the day after. */
    private static AskedQuestion asked(int day, String asker, String about, String community, String... answerers) {
        Instant at = START.plus(Duration.ofDays(day));
        return new AskedQuestion(
                "q" + day,
                at,
                asker,
                about,
                "",
                community,
                Stream.of(answerers)
                        .map(person -> new AskedQuestion.Answer(
                                person, at.plus(Duration.ofDays(1)), person.equals(answerers[0]), ""))
                        .toList());
    }

    private static final List<AskedQuestion> QUESTIONS = List.of(
            asked(0, "zoe", "frozen valves", "steel", "ann"),
            asked(10, "zoe", "frozen pumps", "water", "bob"),
            asked(20, "zoe", "painted doors", "steel", "bob", "cid"),
            asked(30, "ann", "frozen valves again", "steel", "bob", "dan"));

    private static List<String> last(Kind kind, @Nullable String community) {
        List<List<String>> orders = new ArrayList<>();
        new Replay(QUESTIONS)
                .run(
                        QUESTIONS.subList(3, 4),
                        asked -> orders.add(asked.past().order(kind, asked.question(), community)));
        assertThat(orders).hasSize(1);
        return orders.getFirst();
    }

    @Test
    void run_asksAtTheMoment_andCountsWhoHadAnsweredBefore() {
        List<Replay.Asked> seen = new ArrayList<>();
        Replay replay = new Replay(QUESTIONS);
        assertThat(replay.answerable(0, 1)).extracting(AskedQuestion::key).containsExactly("q20", "q30");
        assertThat(replay.answerable(0.75, 1)).extracting(AskedQuestion::key).containsExactly("q30");
        replay.run(QUESTIONS, seen::add);
        // Nobody had answered before the first three but bob, before the third; dan never had.
        assertThat(seen).extracting(each -> each.question().key()).containsExactly("q20", "q30");
        assertThat(seen.getFirst().right()).containsExactly("bob");
        assertThat(seen.get(1).right()).containsExactly("bob");
        assertThat(seen.get(1).accepted()).containsExactly("bob");
    }

    @Test
    void run_someOnly_knowsTheSamePast() {
        List<Replay.Asked> seen = new ArrayList<>();
        new Replay(QUESTIONS).run(List.of(QUESTIONS.get(3)), seen::add);
        assertThat(seen).extracting(each -> each.question().key()).containsExactly("q30");
        assertThat(seen.getFirst().right()).containsExactly("bob");
    }

    @Test
    void sample_sameSeed_sameQuestionsInTheirOrder() {
        List<AskedQuestion> many = IntStream.range(0, 100)
                .mapToObj(day -> asked(day, "zoe", "valves", "steel", "ann"))
                .toList();
        List<AskedQuestion> drawn = Replay.sample(many, 10, 7);
        assertThat(drawn)
                .hasSize(10)
                .isSortedAccordingTo(Comparator.comparing(AskedQuestion::at))
                .isEqualTo(Replay.sample(many, 10, 7));
        assertThat(drawn).isNotEqualTo(Replay.sample(many, 10, 8));
        assertThat(Replay.sample(many, 200, 7)).isEqualTo(many);
        assertThat(Replay.sample(List.of(), 3, 7)).isEmpty();
    }

    @Test
    void home_isWhereSomebodyAnswersMost() {
        List<Replay.Asked> seen = new ArrayList<>();
        new Replay(QUESTIONS).run(List.of(QUESTIONS.get(3)), seen::add);
        // bob answered once on water, once on steel: the first by id.
        assertThat(seen.getFirst().past().home("bob")).contains("steel");
        assertThat(seen.getFirst().past().home("zoe")).isEmpty();
    }

    @Test
    void order_byAnswersGiven_neverTheAsker() {
        assertThat(last(Kind.PRIOR, null)).containsExactly("bob", "cid");
        assertThat(last(Kind.RECENT_PRIOR, null)).containsExactly("bob", "cid");
    }

    @Test
    void order_byVotes_isByWordsOfAnsweredQuestions() {
        // Only the first two questions share words; ann, who answered the first, asks.
        assertThat(last(Kind.VOTES, null)).containsExactly("bob");
        assertThat(last(Kind.FADING_VOTES, null)).containsExactly("bob");
    }

    @Test
    void order_inACommunity_isOfThoseWhoAnsweredThere() {
        assertThat(last(Kind.PRIOR, "water")).containsExactly("bob");
        assertThat(last(Kind.PRIOR, "nowhere")).isEmpty();
    }

    @Test
    void busiest_isAtLeastOne() {
        List<String> busiest = new ArrayList<>();
        new Replay(QUESTIONS)
                .run(
                        QUESTIONS.subList(3, 4),
                        asked -> busiest.addAll(asked.past().busiest()));
        assertThat(busiest).containsExactly("bob");
    }
}
