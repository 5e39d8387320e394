package org.passerelle.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Window;

/**
 * What colleagues could read, all but its text, in memory: one row a contribution, in order of key, and a column for each
 * thing that a search asks. Immutable; about 150 bytes a row. Full text stays in the database, which answers with node
 * numbers; {@link #row} finds their rows.
 */
final class ReadableColumns {
    static final int NONE = -1;
    private static final Set<ContributionKind> REPLIES = Set.of(ContributionKind.ANSWER, ContributionKind.REPLY);
    private static final int REPLIES_SHARE_MIN = 10;
    private static final byte OPENING = 1;
    private static final byte RESOLVING = 2;
    private static final byte ANSWERING = 4;

    private final String stamp;
    private final int rows;
    private final byte[] keys;
    private final int[] keyEnds;
    private final int[] rowsByNode;
    private final long[] nodes;
    private final long[] ats;
    private final ContributionKind[] kinds;
    private final byte[] flags;
    private final int[] anonymousReactions;
    private final IntColumn people;
    private final IntColumn discussions;
    private final IntColumn communities;
    private final IntColumn audiences;
    private final int[] threadSizes;
    private final LongLists reactions;
    private final IntLists mentions;
    private final IntLists repliesWithoutSubject;
    private final IntLists threadWithoutSubject;
    private final IntLists ofCommunity;
    private final IntLists ofPerson;
    private final IntLists byTime;

    ReadableColumns(String stamp, ReadableRows read) {
        this.stamp = stamp;
        rows = read.size();
        keys = read.keys();
        keyEnds = read.keyEnds();
        nodes = read.nodes();
        rowsByNode = LongIndex.of(nodes);
        ats = read.ats();
        kinds = read.kinds();
        anonymousReactions = read.anonymousReactions();
        people = read.people();
        discussions = read.discussions();
        communities = read.communities();
        audiences = read.audiences();
        threadSizes = read.threadSizes();
        reactions = read.reactions();
        mentions = read.mentions();
        flags = read.flags();
        int[] answered = new int[rows];
        int[] threads = new int[rows];
        for (int row = 0; row < rows; row++) {
            boolean inherits = read.isWithoutSubject(row);
            answered[row] = inherits ? row(read.answeredNode(row)) : NONE;
            int discussion = discussions.number(row);
            threads[row] = inherits && discussion >= 0 && threadSizes[discussion] > 0 ? discussion : NONE;
        }
        repliesWithoutSubject = IntLists.grouped(answered, rows);
        threadWithoutSubject = IntLists.grouped(threads, discussions.names());
        ofCommunity = IntLists.grouped(communities.numbers(), communities.names());
        ofCommunity.sort(this::newestFirst);
        ofPerson = IntLists.grouped(people.numbers(), people.names());
        byTime = IntLists.grouped(new int[rows], 1);
        byTime.sort(this::newestFirst);
    }

    private int newestFirst(int one, int other) {
        int byTime = Long.compare(ats[other], ats[one]);
        return byTime != 0 ? byTime : Integer.compare(one, other);
    }

    static byte flags(boolean opening, boolean resolving, boolean answering) {
        return (byte) ((opening ? OPENING : 0) | (resolving ? RESOLVING : 0) | (answering ? ANSWERING : 0));
    }

    /** The state of the data that this is. */
    String stamp() {
        return stamp;
    }

    int size() {
        return rows;
    }

    /** From the day of the first contribution to that of the last; empty without any. */
    Optional<Window> extent() {
        return rows == 0
                ? Optional.empty()
                : Optional.of(new Window(day(byTime.value(rows - 1)), day(byTime.value(0))));
    }

    private LocalDate day(int row) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(ats[row]), ZoneOffset.UTC);
    }

    /** The row of a node; {@link #NONE} for what is not here. */
    int row(long node) {
        return LongIndex.find(rowsByNode, nodes, node);
    }

    String key(int row) {
        int start = row == 0 ? 0 : keyEnds[row - 1];
        return new String(keys, start, keyEnds[row] - start, StandardCharsets.UTF_8);
    }

    /** For each row the one that its discussion began with; itself where none is known. */
    int[] openings() {
        int[] first = new int[discussions.names()];
        Arrays.fill(first, NONE);
        for (int row = rows - 1; row >= 0; row--) {
            if (discussions.number(row) >= 0 && (flags[row] & OPENING) != 0) {
                first[discussions.number(row)] = row;
            }
        }
        int[] openings = new int[rows];
        for (int row = 0; row < rows; row++) {
            int discussion = discussions.number(row);
            openings[row] = discussion < 0 || first[discussion] < 0 ? row : first[discussion];
        }
        return openings;
    }

    /** Whom it was said to and when decide whether it counts. */
    boolean passes(int row, Rights rights) {
        return ats[row] >= rights.fromMillis()
                && ats[row] < rights.beforeMillis()
                && (rights.audiences() == null || rights.audiences().contains(audiences.name(row)))
                && (rights.communities().isEmpty() || rights.communities().contains(communities.name(row)));
    }

    /** Adds what inherits the match of a contribution: replies to it, and the rest of its thread where that is small. */
    void inherit(int row, double score, RowScores scores, int threadMax) {
        for (int at = repliesWithoutSubject.start(row); at < repliesWithoutSubject.end(row); at++) {
            scores.atLeast(repliesWithoutSubject.value(at), score);
        }
        int discussion = discussions.number(row);
        if (discussion < 0 || threadSizes[discussion] == 0 || threadSizes[discussion] > threadMax) {
            return;
        }
        for (int at = threadWithoutSubject.start(discussion); at < threadWithoutSubject.end(discussion); at++) {
            scores.atLeast(threadWithoutSubject.value(at), score);
        }
    }

    /** A contribution as a search shows it. */
    Hit hit(int row, double score, Scope scope) {
        String key = key(row);
        int discussion = discussions.number(row);
        int community = communities.number(row);
        return new Hit(
                key,
                score,
                people.name(row),
                kinds[row],
                Instant.ofEpochMilli(ats[row]),
                discussion < 0 ? key : discussions.text(discussion),
                community < 0 ? null : communities.text(community),
                (flags[row] & OPENING) != 0,
                scope.past()
                        ? reactions.below(row, scope.before().toEpochMilli())
                        : reactions.count(row) + anonymousReactions[row],
                (flags[row] & RESOLVING) != 0,
                mentioned(row));
    }

    private List<String> mentioned(int row) {
        if (mentions.start(row) == mentions.end(row)) {
            return List.of();
        }
        String[] mentioned = new String[mentions.end(row) - mentions.start(row)];
        for (int at = 0; at < mentioned.length; at++) {
            mentioned[at] = people.text(mentions.value(mentions.start(row) + at));
        }
        return List.of(mentioned);
    }

    /**
     * Who answered others in a community, or outside communities, before the moment, newest first, as {@code
     * read/recent-answers} and {@code read/recent-answers-outside} say.
     *
     * @param latestMax contributions that are looked at, of all there are where it is outside communities
     * @param answersMax contributions of these that are taken
     */
    List<String> recentAnswers(String communityId, Rights rights, int latestMax, int answersMax) {
        boolean outside = communityId.equals(ContributionSearch.NO_COMMUNITY);
        int list = outside ? 0 : communities.numberOf(communityId);
        if (list < 0) {
            return List.of();
        }
        List<Integer> latest = latest(outside ? byTime : ofCommunity, list, rights.beforeMillis(), latestMax).stream()
                .filter(row -> !outside || communities.number(row) < 0)
                .toList();
        long replies =
                latest.stream().filter(row -> REPLIES.contains(kinds[row])).count();
        boolean isAnswered = replies * REPLIES_SHARE_MIN >= latest.size();
        return latest.stream()
                .filter(row -> !isAnswered || kinds[row] != ContributionKind.MESSAGE)
                .limit(answersMax)
                .filter(row -> rights.audiences() == null || rights.audiences().contains(audiences.name(row)))
                .flatMap(this::answerers)
                .toList();
    }

    private List<Integer> latest(IntLists lists, int list, long beforeMillis, int latestMax) {
        int first = firstBefore(lists, list, beforeMillis);
        return IntStream.range(first, Math.min(lists.end(list), first + latestMax))
                .mapToObj(lists::value)
                .toList();
    }

    /** Who answered by a contribution: who made it, and whom a document names. */
    private Stream<String> answerers(int row) {
        Stream<String> maker = (flags[row] & ANSWERING) != 0 ? Stream.of(people.name(row)) : Stream.empty();
        Stream<String> named = kinds[row] == ContributionKind.DOCUMENT
                ? IntStream.range(mentions.start(row), mentions.end(row))
                        .map(mentions::value)
                        .filter(person -> person != people.number(row))
                        .mapToObj(people::text)
                : Stream.empty();
        return Stream.concat(maker, named).sorted();
    }

    private int firstBefore(IntLists newestFirst, int list, long millis) {
        int low = newestFirst.start(list);
        int high = newestFirst.end(list);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ats[newestFirst.value(middle)] >= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How often somebody contributed in each community, the empty word for outside communities. */
    Map<String, Integer> contributions(String personId, Rights rights) {
        Map<String, Integer> contributions = new TreeMap<>();
        int person = people.numberOf(personId);
        if (person >= 0) {
            for (int at = ofPerson.start(person); at < ofPerson.end(person); at++) {
                int row = ofPerson.value(at);
                if (passes(row, rights)) {
                    contributions.merge(communities.name(row), 1, Integer::sum);
                }
            }
        }
        return contributions;
    }

    /**
     * What a reader may see.
     *
     * @param fromMillis first millisecond of the days that count
     * @param beforeMillis the moment before which it happened
     * @param audiences audiences that the reader belongs to; null for all
     * @param communities where to look; empty for everywhere
     */
    record Rights(
            long fromMillis, long beforeMillis, @Nullable Set<String> audiences, Set<String> communities) {
        /** Everything before the moment that these audiences may see. */
        static Rights of(Scope scope, @Nullable List<String> audiences) {
            return new Rights(
                    Long.MIN_VALUE,
                    scope.before().toEpochMilli(),
                    audiences == null ? null : Set.copyOf(audiences),
                    Set.of());
        }

        /** What a search asks for. */
        static Rights of(Request request, @Nullable List<String> audiences) {
            long end = startMillis(request.window().to().plusDays(1));
            return new Rights(
                    startMillis(request.window().from()),
                    Math.min(end, request.scope().before().toEpochMilli()),
                    audiences == null ? null : Set.copyOf(audiences),
                    request.communityIds());
        }

        private static long startMillis(LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        }

        Rights {
            audiences = audiences == null ? null : Set.copyOf(audiences);
            communities = Set.copyOf(communities);
        }
    }
}
