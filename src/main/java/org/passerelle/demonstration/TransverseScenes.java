package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.demonstration.Act.Room;
import org.passerelle.demonstration.Act.Use;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;

/**
 * Topics on which some of either unit of a silo work without knowing of each other: each side talks of them in threads of its
 * own, and nobody of the one has met anybody of the other. Played last, because one has to know who has met; switched off, the
 * same topics are talked of by both sides together.
 */
final class TransverseScenes {
    private static final Room FORUM = new Room("forum", Visibility.COMPANY, Company.NONE);
    private static final int SIDE_MIN = 4;
    private static final int SIDE_MAX = 7;
    private static final int THREADS = 8;
    private static final int SPEAKERS = 4;
    /** Who begins to write later is somebody whose first words are part of another pattern. */
    private static final int ACTIVE_FROM = 20;

    private final Stage stage;
    private final Dice dice;

    TransverseScenes(Stage stage, long seed) {
        this.stage = stage;
        this.dice = new Dice(seed, "transverse");
    }

    /**
     * A topic and those of either unit who talk of it.
     *
     * @param topic its position, see {@link Bank#topic}
     */
    record Planted(int topic, Plot.Silo silo, List<Integer> here, List<Integer> there) {
        /** Copies the lists. */
        Planted {
            here = List.copyOf(here);
            there = List.copyOf(there);
        }
    }

    /** Plays what can be cast: small companies have too few who have not met. */
    List<Planted> play() {
        Apartness apartness = Apartness.of(stage.acts(), stage.company.people().size());
        Set<Integer> parts = parts();
        List<Planted> planted = new ArrayList<>();
        for (int number = 0; number < stage.plot.silos().size(); number++) {
            Plot.Silo silo = stage.plot.silos().get(number);
            List<List<Integer>> sides = apartness.apart(of(silo.unit(), parts), of(silo.otherUnit(), parts));
            List<Integer> here = some(sides.get(0));
            List<Integer> there = some(sides.get(1));
            if (Math.min(here.size(), there.size()) >= SIDE_MIN) {
                Planted topic = new Planted(
                        stage.bank.topics().size()
                                + number % stage.bank.transverse().size(),
                        silo,
                        here,
                        there);
                talk(topic);
                planted.add(topic);
            }
        }
        return planted;
    }

    /** Whoever plays another part plays it undisturbed. */
    private Set<Integer> parts() {
        Plot plot = stage.plot;
        Set<Integer> parts = new HashSet<>(plot.animators());
        parts.addAll(plot.closers());
        parts.addAll(plot.reorganisation().people());
        parts.addAll(List.of(
                plot.broadcaster().person(),
                plot.drowning().person(),
                plot.leader().person(),
                plot.reorganisation().newManager()));
        plot.absences().forEach(absence -> parts.add(absence.person()));
        plot.leader().starts().forEach(start -> parts.add(start.person()));
        plot.silos().forEach(silo -> parts.addAll(silo.bridges()));
        return parts;
    }

    private List<Integer> of(int unit, Set<Integer> parts) {
        return IntStream.range(0, stage.company.people().size())
                .filter(person -> stage.person(person).post().unit() == unit)
                .filter(person -> stage.person(person).presentAllYear() && !parts.contains(person))
                .filter(person -> stage.plot.activeFrom()[person] <= ACTIVE_FROM)
                .boxed()
                .toList();
    }

    private List<Integer> some(List<Integer> people) {
        List<Integer> shuffled = new ArrayList<>(people);
        dice.shuffle(shuffled);
        return shuffled.subList(0, Math.min(SIDE_MAX, shuffled.size()));
    }

    private void talk(Planted topic) {
        if (stage.plot.has(Pattern.TRANSVERSE)) {
            talk(topic.topic(), topic.here(), THREADS);
            talk(topic.topic(), topic.there(), THREADS);
        } else {
            List<Integer> together = new ArrayList<>();
            for (int place = 0; place < SIDE_MAX; place++) {
                addAt(topic.here(), place, together);
                addAt(topic.there(), place, together);
            }
            talk(topic.topic(), together, 2 * THREADS);
        }
    }

    private static void addAt(List<Integer> side, int place, List<Integer> together) {
        if (place < side.size()) {
            together.add(side.get(place));
        }
    }

    /** People take turns, so that everybody comes to speak. */
    private void talk(int topic, List<Integer> people, int threads) {
        double[] pace = IntStream.range(0, WorkingYear.DAYS)
                .mapToDouble(day -> day < ACTIVE_FROM ? 0 : WorkingYear.pace(day))
                .toArray();
        int turn = 0;
        for (int thread = 0; thread < threads; thread++) {
            int day = dice.proportional(pace);
            boolean asks = dice.chance(0.6);
            Act first = stage.say(
                    people.get(turn++ % people.size()),
                    WorkingYear.moment(day, dice),
                    asks ? ContributionKind.QUESTION : ContributionKind.POST,
                    asks ? Use.QUESTION : Use.POST,
                    FORUM,
                    topic,
                    dice);
            if (first != null) {
                first.labelled = true;
                turn = replies(first, people, turn, asks);
            }
        }
    }

    private int replies(Act first, List<Integer> people, int turn, boolean asked) {
        int next = turn;
        @Nullable Act last = first;
        for (int speaker = 1; speaker < SPEAKERS && last != null; speaker++) {
            last = stage.reply(people.get(next++ % people.size()), last, asked ? Use.ANSWER : Use.EXPERIENCE, 5, dice);
            if (last != null) {
                last.labelled = true;
                last.resolves = asked && speaker == SPEAKERS - 1 ? first : null;
            }
        }
        return next;
    }
}
