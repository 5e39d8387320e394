package org.passerelle.community;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.passerelle.network.Window;

/**
 * Who answered whom in a community, turn by turn: an answer goes to the turn its source names, else to the last one by
 * somebody else within the horizon of {@link PartCounts}. People are numbers of {@link Threads#people}.
 */
final class Exchanges {
    final Threads threads;
    /** Position of the turn that each turn answers, {@link Threads#NONE} for openings and monologues. */
    final int[] addressed;

    private Exchanges(Threads threads, int[] addressed) {
        this.threads = threads;
        this.addressed = addressed;
    }

    /** The exchanges among these turns. */
    static Exchanges of(Threads threads) {
        int[] addressed = new int[threads.acts()];
        for (int thread = 0; thread < threads.threads(); thread++) {
            int start = threads.threadStart[thread];
            for (int position = start; position < threads.threadStart[thread + 1]; position++) {
                addressed[position] = PartCounts.addressed(threads, threads.speaker, start, position);
            }
        }
        return new Exchanges(threads, addressed);
    }

    /** Positions of the turns that answer somebody, in the order of threads. */
    List<Integer> answers() {
        List<Integer> answers = new ArrayList<>();
        for (int position = 0; position < addressed.length; position++) {
            if (addressed[position] >= 0) {
                answers.add(position);
            }
        }
        return answers;
    }

    /** Who is answered by that turn. */
    int answeredPerson(int position) {
        return threads.speaker[addressed[position]];
    }

    /**
     * How everybody takes part, by id. Only people who contributed are judged.
     *
     * @param window with data
     */
    Map<String, Persona> personas(Window window) {
        int people = threads.people.size();
        int[] openings = new int[people];
        int[] turns = new int[people];
        int[] given = new int[people];
        int[] drawn = new int[people];
        int[] reacted = new int[people];
        for (int thread = 0; thread < threads.threads(); thread++) {
            openings[threads.speaker[threads.threadStart[thread]]]++;
        }
        for (int position = 0; position < addressed.length; position++) {
            int person = threads.speaker[position];
            turns[person]++;
            if (addressed[position] >= 0) {
                given[person]++;
                drawn[answeredPerson(position)]++;
            }
            for (int reactor : threads.reactors[position]) {
                if (reactor != person) {
                    given[reactor]++;
                    reacted[reactor]++;
                    drawn[person]++;
                }
            }
        }
        double weeks = (window.toEpochDay() - window.fromEpochDay() + 1) / 7.0;
        Map<String, Persona> personas = new TreeMap<>();
        for (int person = 0; person < people; person++) {
            if (turns[person] > 0) {
                Persona.Acts acts = new Persona.Acts(
                        openings[person], turns[person], given[person], drawn[person], reacted[person]);
                personas.put(threads.people.get(person), Persona.of(acts, weeks));
            }
        }
        return personas;
    }

    /** How many distinct people each contributor drew an answer or a reaction from, or met a need of; by id. */
    Map<String, Integer> recognition() {
        Map<String, Set<Integer>> by = new TreeMap<>();
        for (int position = 0; position < addressed.length; position++) {
            int person = threads.speaker[position];
            Set<Integer> own = by.computeIfAbsent(threads.people.get(person), _ -> new HashSet<>());
            for (int reactor : threads.reactors[position]) {
                own.add(reactor);
            }
            if (threads.resolved[position] >= 0) {
                own.add(threads.speaker[threads.resolved[position]]);
            }
            if (addressed[position] >= 0) {
                by.computeIfAbsent(threads.people.get(answeredPerson(position)), _ -> new HashSet<>())
                        .add(person);
            }
            own.remove(person);
        }
        Map<String, Integer> recognition = new TreeMap<>();
        by.forEach((id, people) -> recognition.put(id, people.size()));
        return recognition;
    }

    /** Rows for {@link org.passerelle.measure.Weeks}: for each week, answers that pass, and all answers that are asked about. */
    double[][] weekly(IntPredicate asked, IntPredicate passes) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int day : threads.day) {
            first = Math.min(first, Math.floorDiv(day, 7));
            last = Math.max(last, Math.floorDiv(day, 7));
        }
        double[][] weeks = new double[Math.max(0, last - first + 1)][2];
        for (int position = 0; position < addressed.length; position++) {
            if (addressed[position] >= 0 && asked.test(position)) {
                double[] week = weeks[Math.floorDiv(threads.day[position], 7) - first];
                week[0] += passes.test(position) ? 1 : 0;
                week[1]++;
            }
        }
        return weeks;
    }
}
