package org.passerelle.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** Shows the questions from one share of them to another, in time order, every n-th that somebody answered. */
    public void run(double fromShare, double untilShare, int every, Consumer<Asked> asked) {
        List<Given> answers = answers();
        Baselines past = new Baselines();
        int next = 0;
        int answered = 0;
        int from = (int) (questions.size() * fromShare);
        int until = (int) (questions.size() * untilShare);
        for (int number = from; number < until; number++) {
            AskedQuestion question = questions.get(number);
            while (next < answers.size() && answers.get(next).answer().at().isBefore(question.at())) {
                Given given = answers.get(next++);
                past.answered(given.question(), given.answer());
            }
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
            if (!right.isEmpty() && answered++ % every == 0) {
                asked.accept(new Asked(question, Collections.unmodifiableSet(right), accepted, past));
            }
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
