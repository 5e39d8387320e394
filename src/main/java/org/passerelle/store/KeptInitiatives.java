package org.passerelle.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Dimension;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;

/** What is tried, in nodes of their own that no load touches. */
final class KeptInitiatives implements Initiatives {
    private final Store store;

    KeptInitiatives(Store store) {
        this.store = store;
    }

    @Override
    public boolean record(Initiative initiative, int most) {
        return !store.write(
                        "write/initiative",
                        Map.of(
                                "id",
                                initiative.id(),
                                "scope",
                                initiative.scope(),
                                "dimension",
                                initiative.dimension().name(),
                                "from",
                                initiative.from().toString(),
                                "goal",
                                initiative.goal(),
                                "at",
                                initiative.at().toEpochMilli(),
                                "most",
                                most))
                .isEmpty();
    }

    @Override
    public List<Initiative> all() {
        return store.read("read/initiatives", Map.of(), KeptInitiatives::initiative).stream()
                .sorted(Comparator.comparing(Initiative::from).reversed().thenComparing(Initiative::id))
                .toList();
    }

    private static Initiative initiative(Record row) {
        return new Initiative(
                row.get("id").asString(),
                row.get("scope").asList(Value::asString),
                Dimension.valueOf(row.get("dimension").asString()),
                LocalDate.parse(row.get("from").asString()),
                row.get("goal").asString(),
                Instant.ofEpochMilli(row.get("at").asLong()));
    }
}
