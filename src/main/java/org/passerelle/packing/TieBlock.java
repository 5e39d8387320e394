package org.passerelle.packing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.passerelle.network.DatedTies;
import org.passerelle.network.TieOrigin;

/**
 * The ties of the people of one stretch of numbers: {@value #PEOPLE} people a block, so that a change of one person's
 * ties rewrites one block. Mutable while it is brought up to date, by one thread.
 */
public final class TieBlock {
    /** People whose ties lie in one block. */
    public static final int PEOPLE = 1024;

    private final TreeMap<Key, DayRecords> ties = new TreeMap<>();

    /** Who acts, towards whom, and how, by people's numbers. */
    public record Key(int from, int to, TieOrigin origin) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(from, other.from);
            if (order == 0) {
                order = Integer.compare(to, other.to);
            }
            return order == 0 ? origin.compareTo(other.origin) : order;
        }
    }

    /** A block without ties. */
    public TieBlock() {}

    /** The block of these bytes. */
    public static TieBlock of(byte[] bytes) {
        TieBlock block = new TieBlock();
        ByteSource source = new ByteSource(bytes);
        List<TieOrigin> origins = OriginTable.read(source);
        int size = source.count();
        source.count();
        int from = 0;
        for (int tie = 0; tie < size; tie++) {
            from += source.count();
            int to = source.count();
            TieOrigin origin = origins.get(source.count());
            block.ties.put(new Key(from, to, origin), DayRecords.read(source));
        }
        return block;
    }

    /** The block in which somebody's ties lie. */
    public static int of(int personNumber) {
        return personNumber / PEOPLE;
    }

    /** Puts a tie in place of what was there; one without days is taken away. */
    public void put(Key key, DayRecords days) {
        if (days.isEmpty()) {
            ties.remove(key);
        } else {
            ties.put(key, days);
        }
    }

    /** Whether no tie is left. */
    public boolean isEmpty() {
        return ties.isEmpty();
    }

    /** The block as bytes: the same ties give the same bytes. */
    public byte[] bytes() {
        List<TieOrigin> origins =
                OriginTable.of(ties.keySet().stream().map(Key::origin).toList());
        Map<TieOrigin, Integer> numbers = new HashMap<>();
        origins.forEach(origin -> numbers.put(origin, numbers.size()));
        ByteSink rows = new ByteSink();
        long records = 0;
        int from = 0;
        for (Map.Entry<Key, DayRecords> tie : ties.entrySet()) {
            rows.number(tie.getKey().from() - from);
            from = tie.getKey().from();
            rows.number(tie.getKey().to());
            rows.number(numbers.getOrDefault(tie.getKey().origin(), 0));
            tie.getValue().write(rows);
            records += tie.getValue().size();
        }
        ByteSink sink = new ByteSink();
        OriginTable.write(sink, origins);
        sink.number(ties.size());
        sink.number(records);
        sink.raw(rows.toBytes());
        return sink.toBytes();
    }

    /** Number of ties and of day records in a block of these bytes. */
    static int[] sizes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        OriginTable.read(source);
        return new int[] {source.count(), source.count()};
    }

    /**
     * Adds the ties of a block to a snapshot in the making.
     *
     * @param vertices vertex of every person's number
     */
    static void read(byte[] bytes, int[] vertices, DatedTies.Builder ties) {
        ByteSource source = new ByteSource(bytes);
        int[] origins = OriginTable.read(source).stream().mapToInt(ties::origin).toArray();
        int size = source.count();
        source.count();
        int from = 0;
        for (int tie = 0; tie < size; tie++) {
            from += source.count();
            int to = vertices[source.count()];
            if (vertices[from] < 0 || to < 0) {
                throw new IllegalStateException("A tie of the snapshot ends at somebody who is gone; run `verify`");
            }
            ties.tie(vertices[from], to, origins[source.count()]);
            DayRecords.read(source, ties);
        }
    }
}
