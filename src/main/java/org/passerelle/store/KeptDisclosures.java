package org.passerelle.store;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;
import org.passerelle.network.Disclosure;
import org.passerelle.network.Disclosures;

/** Who asked whom for their name, in nodes of their own that no load touches. */
final class KeptDisclosures implements Disclosures {
    private final Store store;
    private final Clock clock;
    private final Remembered<Map<String, Set<String>>> agreed;

    KeptDisclosures(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.agreed = new Remembered<>(this::readAgreed, clock);
    }

    /** For each asker who agreed; what expires within the seconds it is remembered shows that much later. */
    private Map<String, Set<String>> readAgreed() {
        long since = clock.instant().minus(Disclosure.HOLDS).toEpochMilli();
        Map<String, Set<String>> byAsker = new HashMap<>();
        for (Record row : store.read("read/disclosures-agreed", Map.of("since", since), row -> row)) {
            byAsker.computeIfAbsent(row.get("from").asString(), _ -> new HashSet<>())
                    .add(row.get("person").asString());
        }
        return byAsker;
    }

    @Override
    public boolean agreed(String fromId, String personId) {
        return agreed.value().getOrDefault(fromId, Set.of()).contains(personId);
    }

    @Override
    public Added add(Disclosure disclosure, int waitingMax) {
        long at = disclosure.at().toEpochMilli();
        Map<String, Object> open = Map.of(
                "from",
                disclosure.fromId(),
                "person",
                disclosure.personId(),
                "askedSince",
                disclosure.at().minus(Disclosure.WAITS).toEpochMilli(),
                "agreedSince",
                disclosure.at().minus(Disclosure.HOLDS).toEpochMilli());
        return store.write(transaction -> {
            Record before = transaction.run("read/disclosures-open", open).getFirst();
            if (before.get("same").asInt() > 0) {
                return Added.ASKED_ALREADY;
            }
            if (before.get("waiting").asInt() >= waitingMax) {
                return Added.TOO_MANY;
            }
            transaction.run(
                    "write/disclosure",
                    Map.of(
                            "id",
                            disclosure.id(),
                            "from",
                            disclosure.fromId(),
                            "person",
                            disclosure.personId(),
                            "purpose",
                            disclosure.purpose(),
                            "at",
                            at));
            return Added.ADDED;
        });
    }

    @Override
    public Optional<Disclosure> find(String id) {
        return read("read/disclosure", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public boolean answer(String id, String personId, boolean accept, Instant at) {
        Map<String, Object> parameters = Map.of(
                "id",
                id,
                "person",
                personId,
                "accept",
                accept,
                "at",
                at.toEpochMilli(),
                "askedSince",
                at.minus(Disclosure.WAITS).toEpochMilli());
        boolean kept = !store.write("write/disclosure-answer", parameters).isEmpty();
        agreed.forget();
        return kept;
    }

    @Override
    public List<Disclosure> sent(String personId, int limit) {
        return read("read/disclosures-sent", Map.of("person", personId, "limit", limit));
    }

    @Override
    public List<Disclosure> received(String personId, int limit) {
        return read("read/disclosures-received", Map.of("person", personId, "limit", limit));
    }

    private List<Disclosure> read(String statement, Map<String, Object> parameters) {
        return store.read(statement, parameters, KeptDisclosures::disclosure).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where the two turned out to be one person: there is no name left to disclose. */
    private static Optional<Disclosure> disclosure(Record row) {
        String from = row.get("from").asString();
        String person = row.get("person").asString();
        boolean answered = !row.get("accepted").isNull();
        return from.equals(person)
                ? Optional.empty()
                : Optional.of(new Disclosure(
                        row.get("id").asString(),
                        from,
                        person,
                        row.get("purpose").asString(),
                        Instant.ofEpochMilli(row.get("at").asLong()),
                        answered ? (Boolean) row.get("accepted").asBoolean() : null,
                        answered ? Instant.ofEpochMilli(row.get("answeredAt").asLong()) : null));
    }
}
