package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.network.ContributionKind;

/** How a question is answered, a post commented and an open question discussed, in any room. */
final class Conversation {
    private final Stage stage;
    private final Dice dice;

    Conversation(Stage stage, Dice dice) {
        this.stage = stage;
        this.dice = dice;
    }

    /** Somebody asks, people answer, the asker may accept one of the answers. */
    void ask(int asker, int day, Room room, int topic, int[] pool, double answers) {
        Use use = stage.person(asker).own() ? Use.QUESTION : Use.CUSTOMER;
        Act question =
                stage.say(asker, WorkingYear.moment(day, dice), ContributionKind.QUESTION, use, room, topic, dice);
        if (question == null) {
            return;
        }
        question.bySynonym = dice.chance(0.35);
        question.aboutProcess = dice.chance(0.35);
        stage.applaud(question, pool, 0.3, dice);
        answer(question, pool, dice.chance(Math.min(0.95, answers)) ? 1 + dice.poisson(1.1 * answers) : 0);
    }

    private void answer(Act question, int[] pool, int count) {
        Act last = question;
        @Nullable Act accepted = null;
        Set<Integer> spoken = new HashSet<>(Set.of(question.author));
        int[] candidates = stage.sample(pool, stage.plot.experts().get(question.topic), dice);
        for (int i = 0; i < count; i++) {
            int answerer = responder(question, candidates, spoken);
            if (answerer == Company.NONE) {
                return;
            }
            spoken.add(answerer);
            double known = stage.plot.knows(answerer, question.topic);
            Act answer = known == 0 && dice.chance(0.15)
                    ? stage.reply(answerer, question, Use.PRECISION, 3, dice)
                    : stage.reply(answerer, question, known > 0 || dice.chance(0.4) ? Use.ANSWER : Use.GUESS, 3, dice);
            if (answer == null) {
                continue;
            }
            stage.applaud(answer, candidates, known > 0 ? 2.2 * known : 0.4, dice);
            answer.anonymousReactions = dice.poisson(known > 0 ? 1 : 0.2);
            boolean good = answer.use == Use.ANSWER && dice.chance(known > 0 ? 0.3 + 0.5 * known : 0.2);
            if (accepted == null && good) {
                accepted = answer;
                answer.resolves = question;
            }
            last = answer;
        }
        if (accepted != null && dice.chance(0.55)) {
            thank(question, accepted, last);
        }
    }

    private void thank(Act question, Act accepted, Act last) {
        Act later = last.second > accepted.second ? last : accepted;
        Act thanks = stage.reply(question.author, later, Use.THANKS, 8, dice);
        if (thanks != null) {
            thanks.parent = accepted;
            thanks.mentions.add(accepted.author);
        }
    }

    /** Who answers: those near the asker, those who take part, and above all those who know. */
    private int responder(Act question, int[] candidates, Set<Integer> spoken) {
        int day = question.day();
        return stage.draw(
                candidates,
                day,
                other -> {
                    if (spoken.contains(other) || (!stage.person(other).own() && dice.chance(0.8))) {
                        return 0;
                    }
                    double known = stage.plot.knows(other, question.topic);
                    double talks = known > 0 ? 1 : stage.person(other).activity();
                    double answers = stage.plot.talkers().contains(other) ? 0.4 : 1;
                    return talks * answers * (0.3 + 9 * known) * stage.affinity.open(question.author, other, day);
                },
                dice);
    }

    /** Somebody tells something, a few comment. */
    @Nullable
    Act tell(int author, int day, Room room, Use use, int topic, int[] pool, double comments) {
        ContributionKind kind = use == Use.DOCUMENT ? ContributionKind.DOCUMENT : ContributionKind.POST;
        Act post = stage.say(author, WorkingYear.moment(day, dice), kind, use, room, topic, dice);
        if (post == null) {
            return null;
        }
        stage.applaud(post, pool, 0.5 + comments, dice);
        discuss(post, pool, dice.poisson(comments), List.of());
        return post;
    }

    /** People talk under a post, first those it names, and mostly with each other. */
    void discuss(Act post, int[] pool, int count, List<Integer> first) {
        List<Act> said = new ArrayList<>(List.of(post));
        int[] candidates = stage.sample(pool, first, dice);
        for (int i = 0; i < count; i++) {
            Act answered = i < first.size() || said.size() < 2 || dice.chance(0.3) ? post : said.getLast();
            int speaker = i < first.size() ? first.get(i) : speaker(answered, post, candidates);
            if (speaker == Company.NONE) {
                return;
            }
            Act reply = stage.reply(speaker, answered, post.topic < 0 ? Use.CHAT : Use.EXPERIENCE, 3, dice);
            if (reply != null) {
                said.add(reply);
                stage.applaud(reply, candidates, 0.4, dice);
            }
        }
    }

    private int speaker(Act answered, Act post, int[] candidates) {
        return stage.draw(
                candidates,
                answered.day(),
                other -> other == answered.author || other == post.author
                        ? 0
                        : stage.person(other).activity() * stage.affinity.open(answered.author, other, answered.day()),
                dice);
    }
}
