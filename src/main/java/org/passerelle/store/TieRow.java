package org.passerelle.store;

import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Tie;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Visibility;
import org.passerelle.packing.DayRecords;
import org.passerelle.packing.TieChanges;

/** A tie on its way into or out of the graph: its key, its ends and its records by day. */
final class TieRow {
    /** What identifies a tie. */
    record Key(String from, String to, String kind, String channel, String visibility, String source) {
        /** The tie's unique key in the graph. */
        String text() {
            return String.join(" ", source, kind, channel, visibility, from, to);
        }
    }

    /** A day's interactions. */
    record Day(int count, double shares) {
        Day plus(Day other) {
            return new Day(count + other.count, shares + other.shares);
        }
    }

    private final Key key;
    private final TreeMap<Integer, Day> days = new TreeMap<>();

    TieRow(Key key) {
        this.key = key;
    }

    /** A checked tie between two people. */
    static TieRow of(Tie tie, String from, String to) {
        TieRow row = new TieRow(new Key(
                from, to, tie.kind().name(), tie.channel(), tie.visibility().name(), tie.source()));
        for (int record = 0; record < tie.days().length; record++) {
            row.add(tie.days()[record], new Day(tie.counts()[record], tie.shares()[record]));
        }
        return row;
    }

    /** A tie as the graph keeps it. */
    static TieRow of(Record row, String source) {
        TieRow tie = new TieRow(new Key(
                row.get("from").asString(),
                row.get("to").asString(),
                row.get("kind").asString(),
                row.get("channel").asString(),
                row.get("visibility").asString(),
                source));
        Value days = row.get("days");
        for (int record = 0; record < days.size(); record++) {
            tie.add(
                    days.get(record).asInt(),
                    new Day(
                            row.get("counts").get(record).asInt(),
                            row.get("shares").get(record).asDouble()));
        }
        return tie;
    }

    Key key() {
        return key;
    }

    Map<Integer, Day> days() {
        return days;
    }

    void add(int epochDay, Day day) {
        days.merge(epochDay, day, Day::plus);
    }

    /** Whether somebody said it in a survey or a profile. */
    boolean isDeclared() {
        return key.kind().equals(TieKind.DECLARED.name());
    }

    /** The same tie with the records of both added up. */
    TieRow plus(TieRow other) {
        other.days.forEach(this::add);
        return this;
    }

    /** The same tie, this one's records before the other's. */
    TieRow over(TieRow other) {
        other.days.forEach(days::putIfAbsent);
        return this;
    }

    /** This tie as a change of the snapshot; without days it is gone. */
    TieChanges.Change change() {
        int[] epochDays = days.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] counts = days.values().stream().mapToInt(Day::count).toArray();
        float[] shares = new float[days.size()];
        int record = 0;
        for (Day day : days.values()) {
            shares[record++] = (float) day.shares();
        }
        TieOrigin origin = new TieOrigin(
                TieKind.valueOf(key.kind()), key.channel(), Visibility.valueOf(key.visibility()), key.source());
        return new TieChanges.Change(key.from(), key.to(), origin, DayRecords.of(epochDays, counts, shares));
    }

    /** Adds this tie as a row of {@code load/ties}. */
    void addTo(Columns rows) {
        rows.add(
                key.text(),
                key.from(),
                key.to(),
                key.kind(),
                key.channel(),
                key.visibility(),
                days.keySet().stream().mapToLong(Integer::longValue).toArray(),
                days.values().stream().mapToLong(Day::count).toArray(),
                days.values().stream().mapToDouble(Day::shares).toArray());
    }
}
