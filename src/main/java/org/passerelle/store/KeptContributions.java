package org.passerelle.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.ReadableContributions;

/** Contributions by their key, for whoever may read them. */
final class KeptContributions implements ReadableContributions {
    private final Store store;

    KeptContributions(Store store) {
        this.store = store;
    }

    @Override
    public Optional<ReadableText> find(String key, Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", key);
        parameters.put("reader", scope.readerId());
        parameters.put("before", scope.before().toEpochMilli());
        return store.read("read/contribution", parameters, KeptContributions::readable).stream()
                .findFirst();
    }

    private static ReadableText readable(Record row) {
        return new ReadableText(
                row.get("key").asString(),
                row.get("person").asString(),
                ContributionKind.valueOf(row.get("kind").asString()),
                Instant.ofEpochMilli(row.get("at").asLong()),
                row.get("opening").asBoolean(),
                row.get("subject").asString(),
                row.get("text").asString(),
                row.get("community").asString(null));
    }
}
