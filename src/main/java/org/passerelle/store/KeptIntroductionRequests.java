package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.IntroductionRequest;
import org.passerelle.network.IntroductionRequests;

/** What people asked of one another, in nodes of their own that no load touches. */
final class KeptIntroductionRequests implements IntroductionRequests {
    private final Store store;

    KeptIntroductionRequests(Store store) {
        this.store = store;
    }

    @Override
    public Added add(IntroductionRequest request, int waitingMax) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", request.id());
        parameters.put("from", request.fromId());
        parameters.put("about", request.about());
        parameters.put("message", request.message());
        parameters.put("expert", request.expertId());
        parameters.put("chain", request.chain());
        parameters.put("at", request.at().toEpochMilli());
        return store.write(transaction -> {
            Record open = transaction
                    .run(
                            "read/introduction-requests-waiting",
                            Map.of("from", request.fromId(), "expert", request.expertId()))
                    .getFirst();
            if (open.get("same").asInt() > 0) {
                return Added.ASKED_ALREADY;
            }
            if (open.get("waiting").asInt() >= waitingMax) {
                return Added.TOO_MANY;
            }
            transaction.run("write/introduction-request", parameters);
            return Added.ADDED;
        });
    }

    @Override
    public Optional<IntroductionRequest> find(String id) {
        return read("read/introduction-request", Map.of("id", id)).stream().findFirst();
    }

    @Override
    public boolean answer(String id, String personId, IntroductionRequest.Answer answer) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("person", personId);
        parameters.put("accepted", answer.accepted());
        parameters.put("message", answer.message());
        parameters.put("at", answer.at().toEpochMilli());
        return store.write(transaction -> {
            transaction.run(
                    "write/introduction-lock",
                    Map.<String, Object>of("id", id, "at", answer.at().toEpochMilli()));
            return !transaction.run("write/introduction-answer", parameters).isEmpty();
        });
    }

    @Override
    public boolean withdraw(String id) {
        return !store.write("write/introduction-withdrawal", Map.of("id", id)).isEmpty();
    }

    @Override
    public List<IntroductionRequest> sent(String personId, int limit) {
        return read("read/introduction-requests-sent", Map.of("person", personId, "limit", limit));
    }

    @Override
    public List<IntroductionRequest> received(String personId, int limit) {
        return read("read/introduction-requests-received", Map.of("person", personId, "limit", limit));
    }

    private List<IntroductionRequest> read(String statement, Map<String, Object> parameters) {
        return store.read(statement, parameters, KeptIntroductionRequests::request).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where two people of it turned out to be one: there is nothing left to introduce. */
    private static Optional<IntroductionRequest> request(Record row) {
        String from = row.get("from").asString();
        List<String> chain = new ArrayList<>();
        List<IntroductionRequest.Answer> answers = new ArrayList<>();
        for (Value step : row.get("steps").values()) {
            chain.add(step.get(0).asString());
            if (!step.get(1).isNull()) {
                answers.add(new IntroductionRequest.Answer(
                        step.get(1).asBoolean(),
                        step.get(2).asString(null),
                        Instant.ofEpochMilli(step.get(3).asLong())));
            }
        }
        Set<String> people = new HashSet<>(chain);
        people.add(from);
        if (people.size() <= chain.size()) {
            return Optional.empty();
        }
        return Optional.of(new IntroductionRequest(
                row.get("id").asString(),
                from,
                row.get("about").asString(),
                row.get("message").asString(null),
                chain,
                answers,
                row.get("isWithdrawn").asBoolean(),
                Instant.ofEpochMilli(row.get("at").asLong())));
    }
}
