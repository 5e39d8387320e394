package org.passerelle.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.HitColumns;
import org.passerelle.network.HitNames;
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
    private final HitNames.Register register;
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
        register = new HitNames.Register(people.texts());
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

    /** The row of a contribution's key; {@link #NONE} for what is not here. */
    int row(String key) {
        byte[] sought = key.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int start = middle == 0 ? 0 : keyEnds[middle - 1];
            int order = Arrays.compareUnsigned(keys, start, keyEnds[middle], sought, 0, sought.length);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle;
        }
        return NONE;
    }

    /** Where people have their numbers. */
    HitNames.Register register() {
        return register;
    }

    /** Who made it, by number. */
    int person(int row) {
        return people.number(row);
    }

    /** The number of a person; {@link #NONE} of whoever made nothing and is named nowhere. */
    int person(String id) {
        return people.numberOf(id);
    }

    /** Who made it and whom it names. */
    List<String> peopleOf(int row) {
        List<String> named = new ArrayList<>(List.of(people.name(row)));
        for (int mention = mentions.start(row); mention < mentions.end(row); mention++) {
            named.add(people.text(mentions.value(mention)));
        }
        return named;
    }

    /** When it was made, in milliseconds since 1970. */
    long at(int row) {
        return ats[row];
    }

    /** What sort of act it is. */
    ContributionKind kind(int row) {
        return kinds[row];
    }

    /** Whether a discussion began with it. */
    boolean isOpening(int row) {
        return (flags[row] & OPENING) != 0;
    }

    /** The row at a place, newest first. */
    int newest(int place) {
        return byTime.value(place);
    }

    /** The first place, newest first, of what was made before a moment. */
    int placeBefore(long millis) {
        return rows == 0 ? 0 : firstBefore(byTime, 0, millis);
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

    /** The contributions of these rows as a search shows them, in this order. */
    HitColumns hits(int[] found, double[] scores, Scope scope) {
        long before = scope.past() ? scope.before().toEpochMilli() : Long.MAX_VALUE;
        IntNumbers persons = new IntNumbers();
        IntNumbers subjects = new IntNumbers();
        IntNumbers places = new IntNumbers();
        HitColumns.Builder hits = new HitColumns.Builder(found.length);
        for (int at = 0; at < found.length; at++) {
            int row = found[at];
            for (int mention = mentions.start(row); mention < mentions.end(row); mention++) {
                hits.mention(persons.of(mentions.value(mention)));
            }
            int discussion = discussions.number(row);
            int community = communities.number(row);
            hits.add(
                    scores[at],
                    new HitColumns.Place(
                            persons.of(people.number(row)),
                            subjects.of(discussion < 0 ? discussions.names() + row : discussion),
                            community < 0 ? HitColumns.OUTSIDE : places.of(community)),
                    new HitColumns.Act(
                            kinds[row],
                            ats[row],
                            (flags[row] & OPENING) != 0,
                            (flags[row] & RESOLVING) != 0,
                            scope.past()
                                    ? reactions.below(row, before)
                                    : reactions.count(row) + anonymousReactions[row]));
        }
        return hits.build(new HitNames(
                at -> key(found[at]),
                new HitNames.People(register, persons.values(), List.of()),
                new HitNames.Numbered(subjects.size(), subject -> discussion(subjects.value(subject))),
                new HitNames.Numbered(places.size(), place -> communities.text(places.value(place)))));
    }

    /** One contribution as a search shows it. */
    Hit hit(int row, double score, Scope scope) {
        return hits(new int[] {row}, new double[] {score}, scope).getFirst();
    }

    /** A discussion of its own is a contribution that belongs to no other. */
    private String discussion(int number) {
        return number < discussions.names() ? discussions.text(number) : key(number - discussions.names());
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
        int[] latest = latest(outside, list, rights.beforeMillis(), latestMax);
        int replies = 0;
        for (int row : latest) {
            replies += REPLIES.contains(kinds[row]) ? 1 : 0;
        }
        boolean isAnswered = replies * REPLIES_SHARE_MIN >= latest.length;
        List<String> answerers = new ArrayList<>();
        int taken = 0;
        for (int at = 0; at < latest.length && taken < answersMax; at++) {
            int row = latest[at];
            if (isAnswered && kinds[row] == ContributionKind.MESSAGE) {
                continue;
            }
            taken++;
            if (rights.audiences() == null || rights.audiences().contains(audiences.name(row))) {
                addAnswerers(row, answerers);
            }
        }
        return answerers;
    }

    private int[] latest(boolean outside, int list, long beforeMillis, int latestMax) {
        IntLists lists = outside ? byTime : ofCommunity;
        int first = firstBefore(lists, list, beforeMillis);
        return IntStream.range(first, Math.min(lists.end(list), first + latestMax))
                .map(lists::value)
                .filter(row -> !outside || communities.number(row) < 0)
                .toArray();
    }

    /** Who answered by a contribution, in order of id: who made it, and whom a document names. */
    private void addAnswerers(int row, List<String> answerers) {
        int start = answerers.size();
        if ((flags[row] & ANSWERING) != 0) {
            answerers.add(people.name(row));
        }
        if (kinds[row] == ContributionKind.DOCUMENT) {
            for (int mention = mentions.start(row); mention < mentions.end(row); mention++) {
                if (mentions.value(mention) != people.number(row)) {
                    answerers.add(people.text(mentions.value(mention)));
                }
            }
            Collections.sort(answerers.subList(start, answerers.size()));
        }
    }

    /** The first place in a list of rows, newest first, of what was made before a moment. */
    int firstBefore(IntLists newestFirst, int list, long millis) {
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
}
