package org.passerelle.store;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.passerelle.network.Coverage;
import org.passerelle.network.LoadJournal;
import org.passerelle.network.LoadState;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.Window;

/** What the graph holds, counted where it lies, and the record of its loads. */
public final class LoadedCoverage implements Coverage, LoadJournal {
    private final Store store;

    /** Reads from and writes to this store. */
    public LoadedCoverage(Store store) {
        this.store = store;
    }

    @Override
    public Totals totals() {
        return store.read(
                        "read/totals",
                        Map.of(),
                        row -> new Totals(
                                row.get("people").asLong(),
                                row.get("accounts").asLong(),
                                row.get("contributions").asLong(),
                                row.get("ties").asLong(),
                                row.get("groups").asLong(),
                                row.get("threads").asLong()))
                .getFirst();
    }

    @Override
    public List<Cell> cells() {
        return store.read("read/coverage", Map.of(), row -> {
            String month = row.get("month").asString();
            return new Cell(
                    row.get("channel").asString(),
                    row.get("source").asString(),
                    YearMonth.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4))),
                    row.get("contributions").asLong(),
                    row.get("people").asLong());
        });
    }

    @Override
    public List<String> contributorIds(Window window) {
        return store.read(
                "read/contributors",
                Map.of("from", Contributions.day(window.from()), "to", Contributions.day(window.to())),
                row -> row.get("person").asString());
    }

    @Override
    public List<LoadRecord> loads() {
        return store.read("read/loads", Map.of(), row -> {
            Map<String, Long> quarantined = new HashMap<>();
            List<String> codes = row.get("codes").asList(Value::asString);
            List<Long> rows = row.get("rows").asList(Value::asLong);
            for (int position = 0; position < codes.size(); position++) {
                quarantined.put(codes.get(position), rows.get(position));
            }
            return new LoadRecord(
                    row.get("id").asString(),
                    row.get("source").asString(),
                    row.get("format").asString(),
                    Instant.ofEpochMilli(row.get("started").asLong()),
                    row.get("finished").isNull()
                            ? null
                            : Instant.ofEpochMilli(row.get("finished").asLong()),
                    LoadState.valueOf(row.get("state").asString()),
                    new LoadSummary(
                            row.get("read").asLong(),
                            row.get("loaded").asLong(),
                            row.get("alreadyThere").asLong(),
                            row.get("replaced").asLong(),
                            quarantined),
                    row.get("failure").asString(null));
        });
    }

    @Override
    public void record(LoadRecord load) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", load.id());
        parameters.put("source", load.source());
        parameters.put("format", load.format());
        parameters.put("started", load.started().toEpochMilli());
        parameters.put(
                "finished", load.finished() == null ? null : load.finished().toEpochMilli());
        parameters.put("state", load.state().name());
        parameters.put("read", load.summary().read());
        parameters.put("loaded", load.summary().loaded());
        parameters.put("alreadyThere", load.summary().alreadyThere());
        parameters.put("replaced", load.summary().replaced());
        parameters.put("codes", List.copyOf(load.summary().quarantined().keySet()));
        parameters.put("rows", List.copyOf(load.summary().quarantined().values()));
        parameters.put("failure", load.failure());
        store.write("load/load", parameters);
    }
}
