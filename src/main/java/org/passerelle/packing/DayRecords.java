package org.passerelle.packing;

import java.util.Arrays;
import org.passerelle.network.DatedTies;

/**
 * The days of one tie as bytes: how many, the first day and the steps to the next ones, the interactions of each, and
 * the share as the number it divides them by (4 for a mail to four), or in full where it is no such fraction.
 */
public final class DayRecords {
    private static final int DIVISOR_MAX = 255;

    private final byte[] bytes;

    private DayRecords(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Packs the days of a tie.
     *
     * @param days days since 1970-01-01, ascending
     * @param counts interactions of each day
     * @param shares sum of each day's shares
     */
    public static DayRecords of(int[] days, int[] counts, float[] shares) {
        ByteSink sink = new ByteSink();
        sink.number(days.length);
        int previous = 0;
        for (int record = 0; record < days.length; record++) {
            sink.signed((long) days[record] - previous);
            previous = days[record];
            sink.number(counts[record]);
            int divisor = divisor(counts[record], shares[record]);
            sink.number(divisor);
            if (divisor == 0) {
                sink.four(Float.floatToIntBits(shares[record]));
            }
        }
        return new DayRecords(sink.toBytes());
    }

    /** The whole number that interactions are divided by to give exactly this share, 0 where there is none. */
    private static int divisor(int count, float share) {
        if (!(share > 0)) {
            return 0;
        }
        int divisor = Math.round(count / share);
        return divisor >= 1 && divisor <= DIVISOR_MAX && (float) count / divisor == share ? divisor : 0;
    }

    /** Number of days. */
    int size() {
        return new ByteSource(bytes).count();
    }

    /** Whether there is no day: the tie is gone. */
    boolean isEmpty() {
        return bytes[0] == 0;
    }

    void write(ByteSink sink) {
        sink.raw(bytes);
    }

    /** Reads past the records and keeps their bytes. */
    static DayRecords read(ByteSource source) {
        int start = source.position();
        int records = source.count();
        for (int record = 0; record < records; record++) {
            source.number();
            source.number();
            if (source.number() == 0) {
                source.four();
            }
        }
        return new DayRecords(source.since(start));
    }

    /** Reads the records into the tie that was begun. */
    static void read(ByteSource source, DatedTies.Builder ties) {
        int records = source.count();
        int day = 0;
        for (int record = 0; record < records; record++) {
            day += (int) source.signed();
            int count = source.count();
            int divisor = source.count();
            ties.record(day, count, divisor == 0 ? Float.intBitsToFloat(source.four()) : (float) count / divisor);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayRecords records && Arrays.equals(bytes, records.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
