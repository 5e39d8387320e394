package org.passerelle.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Chart;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

/** Two hundred drawn networks, in which answers are counted tie by tie as the oracle. */
class AnswersGivenTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final Set<Visibility> READABLE = Set.of(Visibility.COMPANY, Visibility.COMMUNITY);
    private static final List<Visibility> VISIBILITIES = List.of(Visibility.values());
    private static final List<TieKind> ANSWERING = List.of(TieKind.REPLIED, TieKind.FOLLOWED);

    @Test
    void answers_toAnybodyAndToWhoAsks_areThoseOfEachTie() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> people = IntStream.range(0, 12)
                    .mapToObj(number -> "p" + (10 + number))
                    .toList();
            List<Tie> ties = ties(people, random);
            NetworkSnapshot snapshot = new NetworkSnapshot("1", Instant.EPOCH, chart(people), ties);
            AnswersGiven given = new AnswersGiven(snapshot, DAY, READABLE);
            for (String asker : people.subList(0, 4)) {
                Function<String, Standing.Answers> answers = given.to(asker);
                for (String person : people) {
                    assertThat(answers.apply(person))
                            .as("%s to %s, seed %d", person, asker, seed)
                            .isEqualTo(new Standing.Answers(counted(ties, person, null), counted(ties, person, asker)));
                }
            }
        }
    }

    @Test
    void answers_ofNobodyInTheData_orToNobody_areNone() {
        NetworkSnapshot snapshot = new NetworkSnapshot(
                "1", Instant.EPOCH, chart(List.of("ann", "bob")), List.of(tie("ann", "bob", DAY, 3)));
        AnswersGiven given = new AnswersGiven(snapshot, DAY, READABLE);

        assertThat(given.to("bob").apply("zoe")).isEqualTo(Standing.Answers.NONE);
        assertThat(given.to(null).apply("ann")).isEqualTo(new Standing.Answers(3, 0));
        assertThat(given.to("zoe").apply("ann")).isEqualTo(new Standing.Answers(3, 0));
        assertThat(given.to("bob").apply("ann")).isEqualTo(new Standing.Answers(3, 3));
    }

    @Test
    void answers_afterTheDay_areNotYet() {
        NetworkSnapshot snapshot = new NetworkSnapshot(
                "1", Instant.EPOCH, chart(List.of("ann", "bob")), List.of(tie("ann", "bob", DAY.plusDays(1), 3)));

        assertThat(new AnswersGiven(snapshot, DAY, READABLE).to("bob").apply("ann"))
                .isEqualTo(Standing.Answers.NONE);
    }

    private static int counted(List<Tie> ties, String from, @Nullable String to) {
        int answers = 0;
        for (Tie tie : ties) {
            boolean counts = tie.fromId().equals(from)
                    && (to == null || tie.toId().equals(to))
                    && ANSWERING.contains(tie.kind())
                    && tie.visibility() != Visibility.PRIVATE;
            for (int record = 0; counts && record < tie.days().length; record++) {
                answers += tie.days()[record] <= DAY.toEpochDay() ? tie.counts()[record] : 0;
            }
        }
        return answers;
    }

    private static Chart chart(List<String> people) {
        return new Chart(
                people.stream()
                        .map(id -> new Person(id, id, null, null, null, null, false))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Tie> ties(List<String> people, SplittableRandom random) {
        List<Tie> ties = new ArrayList<>();
        for (String from : people) {
            for (String to : people) {
                for (TieKind kind : List.of(TieKind.REPLIED, TieKind.FOLLOWED, TieKind.ADDRESSED)) {
                    if (!from.equals(to) && random.nextInt(6) == 0) {
                        Visibility visibility = VISIBILITIES.get(random.nextInt(VISIBILITIES.size()));
                        ties.add(tie(
                                from,
                                to,
                                kind,
                                visibility,
                                DAY.minusDays(random.nextInt(-20, 60)),
                                random.nextInt(1, 5)));
                    }
                }
            }
        }
        return ties;
    }

    private static Tie tie(String from, String to, LocalDate day, int count) {
        return tie(from, to, TieKind.REPLIED, Visibility.COMPANY, day, count);
    }

    private static Tie tie(String from, String to, TieKind kind, Visibility visibility, LocalDate day, int count) {
        int on = Math.toIntExact(day.toEpochDay());
        return new Tie(
                from, to, kind, "chat", visibility, "s", new int[] {on, on + 30}, new int[] {count, 1}, new float[] {
                    count, 1
                });
    }
}
