package org.passerelle.store;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.neo4j.driver.Record;

/**
 * A canonical fingerprint of the graph: the same data gives the same hash, whatever the order, the
 * batches or the number of loads. Every node and relationship adds the SHA-256 of its canonical text;
 * the ledger and other bookkeeping take no part.
 */
public final class GraphHash {
    private static final List<String> PARTS = List.of(
            "read/hash-people",
            "read/hash-accounts",
            "read/hash-groups",
            "read/hash-memberships",
            "read/hash-parts",
            "read/hash-lines",
            "read/hash-appointments",
            "read/hash-skills",
            "read/hash-contributions",
            "read/hash-recipients",
            "read/hash-mentions",
            "read/hash-reactions",
            "read/hash-links",
            "read/hash-topics",
            "read/hash-ties");
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private GraphHash() {}

    /** The hash of the whole graph, hexadecimal. */
    public static String of(Store store) {
        return Digests.sha256(parts(store).toString());
    }

    /** The hash of each part of the graph, to find where two graphs differ. */
    public static Map<String, String> parts(Store store) {
        Map<String, String> hashes = new TreeMap<>();
        for (String part : PARTS) {
            Sum sum = new Sum();
            store.stream(part, Map.of(), sum::add);
            hashes.put(part, sum.count + ":" + sum.total.toString(16));
        }
        return hashes;
    }

    private static final class Sum {
        private BigInteger total = BigInteger.ZERO;
        private long count;

        void add(Record row) {
            String text = String.join(
                    "\u0000", row.values().stream().map(Object::toString).toList());
            total = total.add(new BigInteger(1, Digests.bytes(text))).mod(MODULUS);
            count++;
        }
    }
}
