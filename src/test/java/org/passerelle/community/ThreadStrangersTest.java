package org.passerelle.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.Visibility;

class ThreadStrangersTest {
    /** Some threads of few speakers, and one in which everybody spoke: with 140 people it is looked up anew. */
    private static List<Act> acts(SplittableRandom random, int people) {
        StringBuilder text = new StringBuilder();
        for (int person = 0; person < people; person++) {
            text.append(" p").append(person);
        }
        for (int thread = 0; thread < 20; thread++) {
            text.append(';');
            for (int turn = random.nextInt(1, 8); turn > 0; turn--) {
                text.append(" p").append(random.nextInt(people));
            }
        }
        return Acts.acts(text.toString());
    }

    private static List<Tie> ties(SplittableRandom random, List<Act> acts, int people) {
        int first = (int) Acts.START.toEpochDay();
        List<Tie> ties = new ArrayList<>();
        for (int tie = 0; tie < acts.size(); tie++) {
            int from = random.nextInt(people);
            ties.add(new Tie(
                    "p" + from,
                    "p" + (from + 1 + random.nextInt(people - 1)) % people,
                    TieKind.REACTED,
                    "network",
                    Visibility.COMPANY,
                    "s" + tie,
                    new int[] {first + random.nextInt(20)},
                    new int[] {1},
                    new float[] {1}));
        }
        return ties;
    }

    @Test
    void connecting_everyPairOfEveryThread_isAsLookedUp() {
        for (int seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int people = seed == 1 ? 140 : random.nextInt(2, 15);
            List<Act> acts = acts(random, people);
            NetworkSnapshot snapshot = Acts.snapshot(acts, ties(random, acts, people));
            Threads threads = Threads.of(acts);
            Strangers strangers = new Strangers(snapshot, threads.people, Acts.START.plusDays(30));
            ThreadStrangers known = new ThreadStrangers(threads, strangers);
            TreeSet<Integer> values = new TreeSet<>();
            for (int thread = 0; thread < threads.threads(); thread++) {
                known.enter(thread);
                int start = threads.threadStart[thread];
                int one = threads.speaker[start];
                int day = threads.day[start];
                // Whoever is answered may have spoken in another thread only.
                IntStream.range(0, threads.people.size())
                        .filter(other -> other != one)
                        .forEach(other -> {
                            int expected = strangers.before(one, other, day) ? strangers.apart(one, other) ? 2 : 1 : 0;
                            assertThat(known.connecting(one, other))
                                    .as("thread of day %d, %d and %d", day, one, other)
                                    .isEqualTo(expected);
                            values.add(expected);
                        });
            }
            assertThat(values).as("seed %d", seed).isNotEmpty();
        }
    }
}
