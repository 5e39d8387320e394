package org.passerelle.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionKind;

/** Columns of {@link ReadableColumns} while they are read, stretch by stretch in order of key. */
final class ReadableRows {
    private static final int GROWTH = 2;

    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final IntColumn.Builder people = new IntColumn.Builder();
    private final IntColumn.Builder discussions = new IntColumn.Builder();
    private final IntColumn.Builder communities = new IntColumn.Builder();
    private final IntColumn.Builder audiences = new IntColumn.Builder();
    private int[] threadSizes = new int[1_024];
    private int[] keyEnds = new int[1_024];
    private long[] nodes = new long[1_024];
    private long[] answeredNodes = new long[1_024];
    private long[] ats = new long[1_024];
    private ContributionKind[] kinds = new ContributionKind[1_024];
    private byte[] flags = new byte[1_024];
    private boolean[] withoutSubject = new boolean[1_024];
    private int[] anonymousReactions = new int[1_024];
    private int[] reactionEnds = new int[1_024];
    private int[] mentionEnds = new int[1_024];
    private long[] reactions = new long[1_024];
    private int[] mentions = new int[1_024];
    private int reactionCount;
    private int mentionCount;
    private int size;

    /** Adds a row of {@code read/readable}. */
    void add(Record stretch) {
        Stretch read = new Stretch(stretch);
        for (int at = 0; at < read.keys.size(); at++) {
            if (!read.people.get(at).isEmpty()) {
                add(read, at);
            }
        }
    }

    /** One stretch, column by column. */
    private static final class Stretch {
        final List<String> keys;
        final List<String> people;
        final List<String> kinds;
        final List<Long> nodes;
        final List<Long> ats;
        final List<String> communities;
        final List<String> audiences;
        final List<String> subjects;
        final List<Boolean> subjectless;
        final List<Boolean> replies;
        final List<String> threads;
        final List<Long> sinces;
        final List<Integer> threadSizes;
        final List<Long> answereds;
        final List<String> askers;
        final List<Boolean> resolvings;
        final List<Integer> anonymousReactions;
        final List<List<Long>> reactions;
        final List<List<String>> mentions;

        Stretch(Record row) {
            keys = row.get("keys").asList(Value::asString);
            people = row.get("people").asList(Value::asString);
            kinds = row.get("kinds").asList(Value::asString);
            nodes = row.get("nodes").asList(Value::asLong);
            ats = row.get("ats").asList(Value::asLong);
            communities = row.get("communities").asList(Value::asString);
            audiences = row.get("audiences").asList(Value::asString);
            subjects = row.get("subjects").asList(Value::asString);
            subjectless = row.get("subjectless").asList(Value::asBoolean);
            replies = row.get("replies").asList(Value::asBoolean);
            threads = row.get("threads").asList(Value::asString);
            sinces = row.get("sinces").asList(Value::asLong);
            threadSizes = row.get("threadSizes").asList(Value::asInt);
            answereds = row.get("answereds").asList(Value::asLong);
            askers = row.get("askers").asList(Value::asString);
            resolvings = row.get("resolvings").asList(Value::asBoolean);
            anonymousReactions = row.get("anonymousReactions").asList(Value::asInt);
            // A reaction without a moment never happened before another.
            reactions = row.get("reactions").asList(each -> each.asList(at -> at.asLong(Long.MAX_VALUE)));
            mentions = row.get("mentions").asList(each -> each.asList(Value::asString));
        }
    }

    private void add(Stretch read, int at) {
        ensureRoom();
        String key = read.keys.get(at);
        keys.writeBytes(key.getBytes(StandardCharsets.UTF_8));
        keyEnds[size] = keys.size();
        nodes[size] = read.nodes.get(at);
        answeredNodes[size] = read.answereds.get(at);
        ats[size] = read.ats.get(at);
        kinds[size] = ContributionKind.valueOf(read.kinds.get(at));
        anonymousReactions[size] = read.anonymousReactions.get(at);
        withoutSubject[size] = read.subjectless.get(at);
        String person = read.people.get(at);
        people.add(person);
        String community = read.communities.get(at);
        communities.add(community);
        audiences.add(read.audiences.get(at));
        String thread = read.threads.get(at);
        String subject = thread.isEmpty() ? read.subjects.get(at) : "";
        discussion(thread, subject, community, read.threadSizes.get(at));
        boolean opening = !read.replies.get(at)
                && (thread.isEmpty() || read.ats.get(at).equals(read.sinces.get(at)))
                && !Text.saysReply(subject);
        String asker = read.askers.get(at);
        boolean answering = asker.isEmpty() ? read.ats.get(at) > read.sinces.get(at) : !asker.equals(person);
        flags[size] = ReadableColumns.flags(opening, read.resolvings.get(at), answering);
        reactions(read.reactions.get(at));
        mentions(read.mentions.get(at));
        size++;
    }

    private void discussion(String thread, String subject, String community, int threadSize) {
        String plain = Text.withoutReply(subject);
        if (!thread.isEmpty()) {
            int number = discussions.number(thread);
            if (number >= threadSizes.length) {
                threadSizes = Arrays.copyOf(threadSizes, GROWTH * number);
            }
            threadSizes[number] = threadSize;
            discussions.add(thread);
        } else {
            discussions.add(plain.isEmpty() ? "" : community + "\n" + plain);
        }
    }

    private void reactions(List<Long> moments) {
        if (reactionCount + moments.size() > reactions.length) {
            reactions = Arrays.copyOf(reactions, GROWTH * (reactionCount + moments.size()));
        }
        int start = reactionCount;
        for (long moment : moments) {
            reactions[reactionCount++] = moment;
        }
        Arrays.sort(reactions, start, reactionCount);
        reactionEnds[size] = reactionCount;
    }

    private void mentions(List<String> named) {
        if (mentionCount + named.size() > mentions.length) {
            mentions = Arrays.copyOf(mentions, GROWTH * (mentionCount + named.size()));
        }
        for (String person : named) {
            mentions[mentionCount++] = people.number(person);
        }
        mentionEnds[size] = mentionCount;
    }

    private void ensureRoom() {
        if (size < nodes.length) {
            return;
        }
        int room = GROWTH * size;
        keyEnds = Arrays.copyOf(keyEnds, room);
        nodes = Arrays.copyOf(nodes, room);
        answeredNodes = Arrays.copyOf(answeredNodes, room);
        ats = Arrays.copyOf(ats, room);
        kinds = Arrays.copyOf(kinds, room);
        flags = Arrays.copyOf(flags, room);
        withoutSubject = Arrays.copyOf(withoutSubject, room);
        anonymousReactions = Arrays.copyOf(anonymousReactions, room);
        reactionEnds = Arrays.copyOf(reactionEnds, room);
        mentionEnds = Arrays.copyOf(mentionEnds, room);
    }

    int size() {
        return size;
    }

    byte[] keys() {
        return keys.toByteArray();
    }

    int[] keyEnds() {
        return Arrays.copyOf(keyEnds, size);
    }

    long[] nodes() {
        return Arrays.copyOf(nodes, size);
    }

    long answeredNode(int row) {
        return answeredNodes[row];
    }

    long[] ats() {
        return Arrays.copyOf(ats, size);
    }

    ContributionKind[] kinds() {
        return Arrays.copyOf(kinds, size);
    }

    byte[] flags() {
        return Arrays.copyOf(flags, size);
    }

    boolean isWithoutSubject(int row) {
        return withoutSubject[row];
    }

    int[] anonymousReactions() {
        return Arrays.copyOf(anonymousReactions, size);
    }

    IntColumn people() {
        return people.build();
    }

    IntColumn discussions() {
        return discussions.build();
    }

    IntColumn communities() {
        return communities.build();
    }

    IntColumn audiences() {
        return audiences.build();
    }

    /** Contributions of each discussion that is a thread, those that nobody could read among them; 0 for others. */
    int[] threadSizes() {
        return Arrays.copyOf(threadSizes, discussions.size());
    }

    LongLists reactions() {
        return new LongLists(Arrays.copyOf(reactionEnds, size), Arrays.copyOf(reactions, reactionCount));
    }

    IntLists mentions() {
        return new IntLists(Arrays.copyOf(mentionEnds, size), Arrays.copyOf(mentions, mentionCount));
    }
}
