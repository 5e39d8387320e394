package org.passerelle.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Who contributed when, where and to whom, without text, as columns: one row a contribution, in order of time. People are
 * vertices of one {@link NetworkSnapshot}. Immutable; some 40 bytes a row. What only its sender and recipients could read
 * is not here.
 */
public final class DatedContributions {
    /** Nobody, or no community. */
    public static final int NONE = -1;

    /** More rows than this are refused. */
    public static final int ROWS_MAX = 1 << 22;

    private static final long MILLIS_A_DAY = 86_400_000L;

    private final int[] people;
    private final int[] days;
    private final ContributionKind[] kinds;
    private final int[] channels;
    private final int[] communities;
    private final int[] threads;
    private final int[] answered;
    private final List<String> channelNames;
    private final List<String> communityIds;
    private final int threadCount;

    private DatedContributions(Builder read) {
        int[] order = read.order();
        people = sorted(read.people, order);
        channels = sorted(read.channels, order);
        communities = sorted(read.communities, order);
        threads = sorted(read.threads, order);
        answered = sorted(read.answered, order);
        days = new int[order.length];
        kinds = new ContributionKind[order.length];
        for (int row = 0; row < order.length; row++) {
            days[row] = Math.toIntExact(Math.floorDiv(read.ats[order[row]], MILLIS_A_DAY));
            kinds[row] = read.kinds[order[row]];
        }
        channelNames = List.copyOf(read.channelNames);
        communityIds = List.copyOf(read.communityIds);
        threadCount = read.threadNumbers.size();
    }

    private static int[] sorted(int[] column, int[] order) {
        return Arrays.stream(order).map(row -> column[row]).toArray();
    }

    /** Number of contributions. */
    public int size() {
        return people.length;
    }

    /** Vertex of who made it. */
    public int person(int row) {
        return people[row];
    }

    /** Its day, as days since 1970-01-01. */
    public int day(int row) {
        return days[row];
    }

    /** What it was. */
    public ContributionKind kind(int row) {
        return kinds[row];
    }

    /** Position of its channel in {@link #channels}. */
    public int channel(int row) {
        return channels[row];
    }

    /** Position of its community in {@link #communityIds}; {@link #NONE} outside communities. */
    public int community(int row) {
        return communities[row];
    }

    /** Number of its thread, from 0 to {@link #threads}. */
    public int thread(int row) {
        return threads[row];
    }

    /** Vertex of whom it answers, where the source says so; {@link #NONE} otherwise. */
    public int answered(int row) {
        return answered[row];
    }

    /** The channels there are. */
    public List<String> channels() {
        return channelNames;
    }

    /** The communities in which something was said. */
    public List<String> communityIds() {
        return communityIds;
    }

    /** Number of threads. */
    public int threads() {
        return threadCount;
    }

    /** Puts rows together that come in order of key; equal moments stay in that order. */
    public static final class Builder {
        private static final int GROWTH = 2;

        private final Map<String, Integer> channelNumbers = new HashMap<>();
        private final Map<String, Integer> communityNumbers = new HashMap<>();
        private final Map<String, Integer> threadNumbers = new HashMap<>();
        private final List<String> channelNames = new ArrayList<>();
        private final List<String> communityIds = new ArrayList<>();
        private int[] people = new int[1_024];
        private long[] ats = new long[1_024];
        private ContributionKind[] kinds = new ContributionKind[1_024];
        private int[] channels = new int[1_024];
        private int[] communities = new int[1_024];
        private int[] threads = new int[1_024];
        private int[] answered = new int[1_024];
        private int size;

        /**
         * One contribution.
         *
         * @param person vertex of who made it
         * @param place where it stands
         * @param answeredPerson vertex of whom it answers, {@link #NONE} where unknown
         */
        public Builder add(int person, Instant at, ContributionKind kind, Place place, int answeredPerson) {
            if (size == ROWS_MAX) {
                throw new IllegalStateException("At most " + ROWS_MAX + " contributions are held in memory");
            }
            ensureRoom();
            people[size] = person;
            ats[size] = at.toEpochMilli();
            kinds[size] = kind;
            channels[size] = number(place.channel(), channelNumbers, channelNames);
            communities[size] =
                    place.communityId() == null ? NONE : number(place.communityId(), communityNumbers, communityIds);
            threads[size] = threadNumbers.computeIfAbsent(place.thread(), _ -> threadNumbers.size());
            answered[size] = answeredPerson;
            size++;
            return this;
        }

        /** The rows in order of time. */
        public DatedContributions build() {
            return new DatedContributions(this);
        }

        private static int number(String name, Map<String, Integer> numbers, List<String> names) {
            return numbers.computeIfAbsent(name, added -> {
                names.add(added);
                return names.size() - 1;
            });
        }

        private int[] order() {
            return IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(row -> ats[row]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private void ensureRoom() {
            if (size < people.length) {
                return;
            }
            int room = GROWTH * size;
            people = Arrays.copyOf(people, room);
            ats = Arrays.copyOf(ats, room);
            kinds = Arrays.copyOf(kinds, room);
            channels = Arrays.copyOf(channels, room);
            communities = Arrays.copyOf(communities, room);
            threads = Arrays.copyOf(threads, room);
            answered = Arrays.copyOf(answered, room);
        }
    }

    /**
     * Where a contribution stands.
     *
     * @param communityId null outside communities
     * @param thread key of its thread; its own key where the source has none
     */
    public record Place(String channel, @Nullable String communityId, String thread) {}
}
