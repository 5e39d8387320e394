package org.passerelle.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.passerelle.network.TieKind;

/**
 * Computes ties from contributions, for the days of each source that changed: one tie a pair, kind,
 * channel and visibility, with its records by day. A broadcast makes no tie.
 */
final class TieAggregation {
    /** A contribution to more people than this is a broadcast. */
    static final int RECIPIENTS_MAX = 20;

    private static final int DAYS_A_QUERY = 60;
    private static final int TIES_A_WRITE = 2_000;

    private final Store store;

    TieAggregation(Store store) {
        this.store = store;
    }

    /** Brings every marked day up to date; says whether there was one. */
    boolean aggregate() {
        Map<String, List<String>> daysBySource = new TreeMap<>();
        store.read("read/dirty-days", Map.of(), row -> row).forEach(row -> daysBySource
                .computeIfAbsent(row.get("source").asString(), _ -> new ArrayList<>())
                .add(row.get("day").asString()));
        daysBySource.forEach(this::aggregate);
        return !daysBySource.isEmpty();
    }

    private void aggregate(String source, List<String> marked) {
        Map<TieRow.Key, TieRow> fresh = new LinkedHashMap<>();
        Set<Integer> days = new HashSet<>();
        marked.forEach(day -> days.add(epochDay(day)));
        followed(source, marked, days, fresh);
        for (int start = 0; start < marked.size(); start += DAYS_A_QUERY) {
            List<String> some = marked.subList(start, Math.min(start + DAYS_A_QUERY, marked.size()));
            counted("read/ties-addressed", TieKind.ADDRESSED, source, some, fresh);
            counted("read/ties-replied", TieKind.REPLIED, source, some, fresh);
            counted("read/ties-mentioned", TieKind.MENTIONED, source, some, fresh);
            counted("read/ties-reacted", TieKind.REACTED, source, some, fresh);
        }
        Map<TieRow.Key, TieRow> changed = new LinkedHashMap<>(fresh);
        List<TieRow.Key> gone = new ArrayList<>();
        store.stream("read/ties-of-source", Map.of("source", source), row -> {
            if (!row.get("kept").asBoolean(false)) {
                keepOtherDays(TieRow.of(row, source), days, fresh, changed, gone);
            }
        });
        write(source, List.copyOf(changed.values()), gone, marked);
    }

    /** What a kept tie has on days that are not computed again stays. */
    private static void keepOtherDays(
            TieRow kept,
            Set<Integer> days,
            Map<TieRow.Key, TieRow> fresh,
            Map<TieRow.Key, TieRow> changed,
            List<TieRow.Key> gone) {
        boolean touched = kept.days().keySet().stream().anyMatch(days::contains);
        TieRow now = fresh.get(kept.key());
        if (now == null && !touched) {
            return;
        }
        TieRow merged = now == null ? new TieRow(kept.key()) : now;
        kept.days().forEach((day, record) -> {
            if (!days.contains(day)) {
                merged.add(day, record);
            }
        });
        if (merged.days().isEmpty()) {
            gone.add(kept.key());
        } else {
            changed.put(kept.key(), merged);
        }
    }

    private void counted(
            String statement, TieKind kind, String source, List<String> days, Map<TieRow.Key, TieRow> fresh) {
        Map<String, Object> parameters = Map.of("source", source, "days", days, "recipientsMax", RECIPIENTS_MAX);
        store.stream(
                statement,
                parameters,
                row -> add(
                        fresh,
                        new TieRow.Key(
                                row.get("from").asString(),
                                row.get("to").asString(),
                                kind.name(),
                                row.get("channel").asString(),
                                row.get("visibility").asString(),
                                source),
                        epochDay(row.get("day").asString()),
                        new TieRow.Day(
                                row.get("interactions").asInt(),
                                row.get("shares").asDouble())));
    }

    /**
     * Who spoke next after whom in threads of messages. A message that is new changes its own day and that of
     * the message after it, so both are computed again.
     */
    private void followed(String source, List<String> marked, Set<Integer> days, Map<TieRow.Key, TieRow> fresh) {
        Follower follower = new Follower(source, fresh, new HashSet<>(days));
        store.stream("read/ties-followed", Map.of("source", source, "days", marked), follower::next);
        for (Integer day : follower.successorDays) {
            if (days.add(day)) {
                marked.add(Contributions.day(java.time.LocalDate.ofEpochDay(day)));
            }
        }
        if (!follower.successorDays.isEmpty()) {
            fresh.clear();
            Follower again = new Follower(source, fresh, days);
            store.stream("read/ties-followed", Map.of("source", source, "days", marked), again::next);
        }
    }

    private static final class Follower {
        private final String source;
        private final Map<TieRow.Key, TieRow> fresh;
        private final Set<Integer> days;
        private final Set<Integer> successorDays = new HashSet<>();
        private String thread = "";
        private String person = "";
        private int day;

        Follower(String source, Map<TieRow.Key, TieRow> fresh, Set<Integer> days) {
            this.source = source;
            this.fresh = fresh;
            this.days = days;
        }

        void next(Record row) {
            String nextThread = row.get("thread").asString();
            String nextPerson = row.get("person").asString();
            int nextDay = epochDay(row.get("day").asString());
            if (nextThread.equals(thread)) {
                if (days.contains(day) && !days.contains(nextDay)) {
                    successorDays.add(nextDay);
                }
                if (!nextPerson.equals(person) && days.contains(nextDay)) {
                    TieRow.Key key = new TieRow.Key(
                            nextPerson,
                            person,
                            TieKind.FOLLOWED.name(),
                            row.get("channel").asString(),
                            row.get("visibility").asString(),
                            source);
                    add(fresh, key, nextDay, new TieRow.Day(1, 1));
                }
            }
            thread = nextThread;
            person = nextPerson;
            day = nextDay;
        }
    }

    private static void add(Map<TieRow.Key, TieRow> fresh, TieRow.Key key, int epochDay, TieRow.Day day) {
        fresh.computeIfAbsent(key, TieRow::new).add(epochDay, day);
    }

    private void write(String source, List<TieRow> ties, List<TieRow.Key> gone, List<String> marked) {
        for (int start = 0; start < ties.size(); start += TIES_A_WRITE) {
            List<TieRow> some = ties.subList(start, Math.min(start + TIES_A_WRITE, ties.size()));
            store.write(transaction -> {
                Columns rows = Columns.of(
                                "keys", "from", "to", "kinds", "channels", "visibilities", "days", "counts", "shares")
                        .with("source", source)
                        .with("kept", false);
                some.forEach(tie -> tie.addTo(rows));
                transaction.run("load/ties", rows);
                SnapshotChange change = new SnapshotChange();
                change.ties(some);
                change.record(transaction);
                return some.size();
            });
        }
        store.write(transaction -> {
            List<String> keys = gone.stream().map(TieRow.Key::text).toList();
            transaction.run("load/delete-ties", Map.of("keys", keys));
            SnapshotChange change = new SnapshotChange();
            gone.forEach(change::gone);
            change.record(transaction);
            return gone.size();
        });
        store.write("load/clean-days", Map.of("source", source, "days", marked));
    }

    private static int epochDay(String day) {
        return Math.toIntExact(Contributions.day(day).toEpochDay());
    }
}
