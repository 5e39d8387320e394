package org.passerelle.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.HitColumns;
import org.passerelle.network.Nearby;
import org.passerelle.network.Topic;

/**
 * What people who wrote nothing in a question's words wrote on its subject: contributions about the topics of the best hits,
 * as relevance feedback widens a question by words of its best documents (RM3: Lavrenko and Croft 2001,
 * doi:10.1145/383952.383972; Abdul-Jaleel and others 2004), with topics for words, so that the reason can be read. Topics are those that somebody named, tags
 * of the source and the company's own words: phrases of texts bring chatter ("midi" with "cavitation").
 *
 * <p>The first {@value #DISCUSSIONS_MAX} discussions of the hits say which topics are near: a topic weighs
 * {@code p log(p / q)}, with p the share of the discussions that are about it, each counted by its score cubed, and q the share of all
 * contributions before the moment. A contribution is as near as the sum of these over its topics, over the root of how
 * many it has, over the largest. All in memory; time grows with the hits and with {@value #TOPICS_MAX} lists of {@value #LATEST_MAX} rows.
 */
final class TopicNeighbours {
    static final int DISCUSSIONS_MAX = 50;
    static final int TOPICS_MAX = 20;
    static final int LATEST_MAX = 1_000;
    private static final int HITS_LOOKED_MAX = 400;
    private static final int SHOWN_MAX = 3;
    private static final double MILLIS_OF_YEAR = 365 * 86_400_000.0;

    private final ReadableColumns columns;
    private final TopicRows rows;
    private final TopicShelf shelf;
    private final Request request;
    private final Rights rights;
    private final Map<String, Set<String>> hidden;

    TopicNeighbours(ReadableColumns columns, TopicRows rows, TopicShelf shelf, Request request, Rights rights) {
        this.columns = columns;
        this.rows = rows;
        this.shelf = shelf;
        this.request = request;
        this.rights = rights;
        this.hidden = shelf.hidden();
    }

    /** What is near to what was found; nothing where that only looks like the word asked for. */
    Nearby of(Found found) {
        if (found.approximate() || found.hits().isEmpty()) {
            return Nearby.NOTHING;
        }
        HitColumns hits = HitColumns.of(found.hits());
        Map<Integer, Double> topics = topics(hits);
        if (topics.isEmpty()) {
            return Nearby.NOTHING;
        }
        RowScores sums = sums(topics);
        double most = sums.most();
        int[] near = nearest(sums, most, people(hits));
        double[] scores =
                Arrays.stream(near).mapToDouble(row -> sums.score(row) / most).toArray();
        return near.length == 0
                ? Nearby.NOTHING
                : new Nearby(columns.hits(near, scores, request.scope()), key -> shown(key, topics));
    }

    /** Topics that stand out in the best discussions, with how much; the first of equal ones by number. */
    private Map<Integer, Double> topics(HitColumns hits) {
        BitSet seen = new BitSet();
        Map<Integer, Double> shares = new HashMap<>();
        double all = 0;
        int discussions = 0;
        for (int hit = 0; hit < Math.min(hits.size(), HITS_LOOKED_MAX) && discussions < DISCUSSIONS_MAX; hit++) {
            int row = seen.get(hits.discussion(hit)) ? ReadableColumns.NONE : columns.row(hits.key(hit));
            if (row != ReadableColumns.NONE) {
                seen.set(hits.discussion(hit));
                discussions++;
                double vote = Math.pow(hits.score(hit), 3);
                all += vote;
                for (int at = rows.ofRow().start(row); at < rows.ofRow().end(row); at++) {
                    shares.merge(rows.ofRow().value(at), vote, Double::sum);
                }
            }
        }
        int before = columns.size() - columns.placeBefore(rights.beforeMillis());
        Map<Integer, Double> topics = new HashMap<>();
        for (Map.Entry<Integer, Double> share : shares.entrySet()) {
            int topic = share.getKey();
            double there = share.getValue() / all;
            double everywhere = (double) (rows.ofTopic().end(topic) - firstBefore(topic)) / Math.max(1, before);
            if (everywhere > 0 && there > everywhere) {
                topics.put(topic, there * Math.log(there / everywhere));
            }
        }
        Map<Integer, Double> best = new HashMap<>();
        topics.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOPICS_MAX)
                .forEach(topic -> best.put(topic.getKey(), topic.getValue()));
        return best;
    }

    /** Where the rows of a topic begin that are older than the moment. */
    private int firstBefore(int topic) {
        return columns.firstBefore(rows.ofTopic(), topic, rights.beforeMillis());
    }

    /** How near the latest contributions about these topics are. */
    private RowScores sums(Map<Integer, Double> topics) {
        RowScores sums = new RowScores();
        topics.forEach((topic, share) -> {
            int first = firstBefore(topic);
            int end = Math.min(rows.ofTopic().end(topic), first + LATEST_MAX);
            for (int at = first; at < end; at++) {
                int row = rows.ofTopic().value(at);
                if (columns.passes(row, rights)) {
                    int own = rows.ofRow().end(row) - rows.ofRow().start(row);
                    sums.add(row, share / Math.sqrt(own));
                }
            }
        });
        return sums;
    }

    /** People who made what was found, by number: they are named for that. */
    private BitSet people(HitColumns hits) {
        BitSet people = new BitSet();
        boolean known = hits.register() == columns.register();
        for (int person = 0; person < hits.people(); person++) {
            int number = known ? hits.registered(person) : columns.person(hits.personId(person));
            if (number >= 0) {
                people.set(number);
            }
        }
        return people;
    }

    /**
     * What others contributed, as near and as late as there is: at most as many as an index gives. Who only opened a discussion
     * asked, and asking about something near shows no knowledge.
     */
    private int[] nearest(RowScores sums, double most, BitSet known) {
        int[] candidates = Arrays.stream(sums.rows())
                .filter(row -> !columns.isOpening(row) || columns.kind(row) == ContributionKind.DOCUMENT)
                .filter(row -> columns.kind(row) == ContributionKind.DOCUMENT || !known.get(columns.person(row)))
                .filter(row -> !isHidden(row))
                .toArray();
        long[] order = new long[candidates.length];
        for (int at = 0; at < candidates.length; at++) {
            double years = (rights.beforeMillis() - columns.at(candidates[at])) / MILLIS_OF_YEAR;
            float value = (float) (sums.score(candidates[at]) / most * Math.pow(2, -years));
            // Bits of numbers above 0 are in the order of the numbers.
            order[at] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(value)) << Integer.SIZE | at;
        }
        Arrays.sort(order);
        return Arrays.stream(order)
                .limit(request.hitsMax())
                .mapToInt(each -> candidates[(int) each])
                .toArray();
    }

    /** Whether somebody who made it or is named in it hides a topic that it is about. */
    private boolean isHidden(int row) {
        if (hidden.isEmpty()) {
            return false;
        }
        Set<String> about = new HashSet<>();
        for (int at = rows.ofRow().start(row); at < rows.ofRow().end(row); at++) {
            about.add(rows.id(rows.ofRow().value(at)));
        }
        return columns.peopleOf(row).stream().anyMatch(person -> hidden.getOrDefault(person, Set.of()).stream()
                .anyMatch(about::contains));
    }

    /** The topics by which a contribution is near, the nearest first. */
    private List<Topic> shown(String key, Map<Integer, Double> topics) {
        int row = columns.row(key);
        if (row == ReadableColumns.NONE) {
            return List.of();
        }
        List<Topic> shown = new ArrayList<>();
        IntStream.range(rows.ofRow().start(row), rows.ofRow().end(row))
                .mapToObj(at -> rows.ofRow().value(at))
                .filter(topics::containsKey)
                .sorted(Comparator.<Integer>comparingDouble(topic -> -topics.getOrDefault(topic, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN_MAX)
                .map(topic -> shelf.held().get(rows.id(topic)))
                .forEach(held -> {
                    if (held != null) {
                        shown.add(held.topic());
                    }
                });
        return List.copyOf(shown);
    }
}
