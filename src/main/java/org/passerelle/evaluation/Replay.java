package org.passerelle.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.network.AskedQuestion;

/**
 * Questions asked again, each at its own moment, in order of time: with all that had been answered before and nothing
 * after. Right are those who then answered and had answered somebody else before. Questions without such a
 * person are left out; the asker is never a candidate.
 */
public final class Replay {
    private final List<AskedQuestion> questions;

    /** Over these questions, in time order. */
    public Replay(List<AskedQuestion> questions) {
        this.questions = List.copyOf(questions);
    }

    /**
     * One question at its moment.
     *
     * @param right who then answered
     * @param accepted those of them whose answer was accepted
     * @param past what had been answered before; it moves on with the next question
     */
    public record Asked(AskedQuestion question, Set<String> right, Set<String> accepted, Baselines past) {}

    /** The questions that can be asked again, from one share of all questions to another, in time order. */
    public List<AskedQuestion> answerable(double fromShare, double untilShare) {
        Set<String> answered = new HashSet<>();
        List<AskedQuestion> answerable = new ArrayList<>();
        moments(
                questions.subList((int) (questions.size() * fromShare), (int) (questions.size() * untilShare)),
                given -> answered.add(given.answer().personId()),
                question -> {
                    if (question.answers().stream().anyMatch(answer -> answered.contains(answer.personId()))) {
                        answerable.add(question);
                    }
                });
        return answerable;
    }

    /** So many of them drawn at random, in their order; all where there are fewer. */
    public static List<AskedQuestion> sample(List<AskedQuestion> all, int count, long seed) {
        List<Integer> numbers = new ArrayList<>(all.size());
        for (int number = 0; number < all.size(); number++) {
            numbers.add(number);
        }
        Collections.shuffle(numbers, new Random(seed));
        return numbers.stream().limit(count).sorted().map(all::get).toList();
    }

    /** Shows these of the questions, in time order, as far as they can be asked again. */
    public void run(Collection<AskedQuestion> chosen, Consumer<Asked> asked) {
        Baselines past = new Baselines();
        moments(
                chosen.stream()
                        .sorted(Comparator.comparing(AskedQuestion::at).thenComparing(AskedQuestion::key))
                        .toList(),
                given -> past.answered(given.question(), given.answer()),
                question -> {
                    Set<String> right = new LinkedHashSet<>();
                    Set<String> accepted = new HashSet<>();
                    for (AskedQuestion.Answer answer : question.answers()) {
                        if (past.hasAnswered(answer.personId())) {
                            right.add(answer.personId());
                            if (answer.accepted()) {
                                accepted.add(answer.personId());
                            }
                        }
                    }
                    if (!right.isEmpty()) {
                        asked.accept(new Asked(question, Collections.unmodifiableSet(right), accepted, past));
                    }
                });
    }

    /** Goes through questions in time order, telling before each what had been answered since the one before. */
    private void moments(List<AskedQuestion> inOrder, Consumer<Given> before, Consumer<AskedQuestion> moment) {
        List<Given> answers = answers();
        int next = 0;
        for (AskedQuestion question : inOrder) {
            while (next < answers.size() && answers.get(next).answer().at().isBefore(question.at())) {
                before.accept(answers.get(next++));
            }
            moment.accept(question);
        }
    }

    private record Given(AskedQuestion question, AskedQuestion.Answer answer) {
        Instant at() {
            return answer.at();
        }
    }

    private List<Given> answers() {
        List<Given> answers = new ArrayList<>();
        questions.forEach(question -> question.answers().forEach(answer -> answers.add(new Given(question, answer))));
        answers.sort(Comparator.comparing(Given::at));
        return answers;
    }
}
