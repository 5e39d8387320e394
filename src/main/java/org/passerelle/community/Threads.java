package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Act;

/**
 * The acts of a community as arrays: thread after thread, each in time order, people as numbers in order of
 * id. A position is an act's place in them. Arrays are shared with the kernels of this package: read only.
 */
final class Threads {
    /** No act, or none that is known. */
    static final int NONE = -1;
    /** The act stands for itself: it meets no need. */
    static final int NOT_RESOLVING = -2;

    final List<String> people;
    final int[] speaker;
    /** Key of each act. */
    final String[] key;

    final int[] threadStart;
    final int[] day;
    final long[] second;
    /** Position of the act it answers; {@link #NONE} without link, or where the answered act is not here. */
    final int[] answered;
    /** Whether the source says what the act answers, known here or not. */
    final boolean[] linked;
    /** Position of the need it met, {@link #NONE} when that is not here, else {@link #NOT_RESOLVING}. */
    final int[] resolved;

    final int[][] reactors;
    /** Positions in time order, ties as they came. */
    final int[] byTime;

    /** The arrays of these acts, which come in time order. */
    static Threads of(List<Act> acts) {
        return new Threads(acts);
    }

    private Threads(List<Act> acts) {
        Set<String> ids = new TreeSet<>();
        acts.forEach(act -> {
            ids.add(act.personId());
            ids.addAll(act.reactorIds());
        });
        people = List.copyOf(ids);
        Map<String, Integer> numbers = new HashMap<>();
        people.forEach(id -> numbers.put(id, numbers.size()));
        Map<String, List<Integer>> byThread = new LinkedHashMap<>();
        for (int act = 0; act < acts.size(); act++) {
            byThread.computeIfAbsent(acts.get(act).thread(), _ -> new ArrayList<>())
                    .add(act);
        }
        int size = acts.size();
        int[] source = new int[size];
        byTime = new int[size];
        threadStart = new int[byThread.size() + 1];
        Map<String, Integer> positions = new HashMap<>();
        int position = 0;
        int thread = 0;
        for (List<Integer> members : byThread.values()) {
            for (int act : members) {
                source[position] = act;
                byTime[act] = position;
                positions.put(acts.get(act).key(), position++);
            }
            threadStart[++thread] = position;
        }
        speaker = new int[size];
        key = new String[size];
        day = new int[size];
        second = new long[size];
        answered = new int[size];
        linked = new boolean[size];
        resolved = new int[size];
        reactors = new int[size][];
        for (int place = 0; place < size; place++) {
            Act act = acts.get(source[place]);
            speaker[place] = number(numbers, act.personId());
            key[place] = act.key();
            second[place] = act.at().getEpochSecond();
            day[place] = Math.toIntExact(
                    LocalDate.ofInstant(act.at(), ZoneOffset.UTC).toEpochDay());
            linked[place] = act.repliesTo() != null;
            answered[place] = position(positions, act.repliesTo(), place);
            resolved[place] = act.resolves() == null ? NOT_RESOLVING : position(positions, act.resolves(), place);
            reactors[place] = act.reactorIds().stream()
                    .mapToInt(id -> number(numbers, id))
                    .toArray();
        }
    }

    private static int number(Map<String, Integer> numbers, String id) {
        return numbers.getOrDefault(id, NONE);
    }

    private static int position(Map<String, Integer> positions, @Nullable String key, int self) {
        int position = key == null ? NONE : positions.getOrDefault(key, NONE);
        return position == self ? NONE : position;
    }

    /** Contributions of every person among these acts. */
    static Map<String, Integer> volumes(List<Act> acts) {
        Map<String, Integer> volumes = new HashMap<>();
        acts.forEach(act -> volumes.merge(act.personId(), 1, Integer::sum));
        return volumes;
    }

    /** Which people are among these. */
    boolean[] among(Set<String> ids) {
        boolean[] among = new boolean[people.size()];
        for (int person = 0; person < among.length; person++) {
            among[person] = ids.contains(people.get(person));
        }
        return among;
    }

    /** Whether one act comes at most so many seconds after another. */
    boolean within(long seconds, int before, int position) {
        return second[position] - second[before] <= seconds;
    }

    /** Number of acts. */
    int acts() {
        return speaker.length;
    }

    /** Number of threads. */
    int threads() {
        return threadStart.length - 1;
    }

    /** Contributions of every person. */
    int[] volumes() {
        int[] volumes = new int[people.size()];
        for (int person : speaker) {
            volumes[person]++;
        }
        return volumes;
    }

    /** Weeks, of seven days from the epoch on, in which each person contributed. */
    int[] activeWeeks() {
        int[] last = new int[people.size()];
        int[] weeks = new int[people.size()];
        Arrays.fill(last, Integer.MIN_VALUE);
        for (int position : byTime) {
            int week = Math.floorDiv(day[position], 7);
            int person = speaker[position];
            if (last[person] != week) {
                last[person] = week;
                weeks[person]++;
            }
        }
        return weeks;
    }
}
