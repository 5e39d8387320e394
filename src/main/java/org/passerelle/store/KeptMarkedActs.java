package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.MarkedActs;

/** What people said to one another with its marks, straight from the graph. */
final class KeptMarkedActs implements MarkedActs {
    /** Reactions that say thanks, as the sources call them. */
    private static final List<String> THANKS = List.of(
            "thanks",
            "thank",
            "thank_you",
            "thankyou",
            "merci",
            "pray",
            "folded_hands",
            "white_check_mark",
            "heavy_check_mark",
            "check",
            "solved");

    private static final List<String> NEEDS = List.of(ContributionKind.QUESTION.name(), ContributionKind.TICKET.name());

    private final Store store;

    KeptMarkedActs(Store store) {
        this.store = store;
    }

    @Override
    public String stamp() {
        return store.read("read/marked-stamp", Map.of(), row -> row.get("stamp").asString())
                .getFirst();
    }

    /**
     * Where needs may be.
     *
     * @param threads keys of the threads with a contribution that may be a need; an empty one stands for needs outside of threads
     */
    private record Places(Whole whole, List<String> threads) {}

    @Override
    public Whole aroundNeeds(Consumer<Act> taker) {
        Places places = store.read("read/need-places", Map.of("needs", NEEDS, "thanks", THANKS), KeptMarkedActs::places)
                .getFirst();
        if (!places.threads().isEmpty()) {
            Map<String, List<String>> helped = helped();
            store.stream(
                    "read/marked-acts",
                    Map.of("needs", NEEDS, "thanks", THANKS, "threads", places.threads()),
                    row -> taker.accept(act(row, helped)));
        }
        return places.whole();
    }

    private static Places places(Record row) {
        long last = Math.max(row.get("said").asLong(), row.get("thanked").asLong());
        return new Places(
                new Whole(
                        Instant.ofEpochMilli(last), Set.copyOf(row.get("naming").asList(Value::asString))),
                row.get("threads").asList(Value::asString));
    }

    /** Who said of a contribution that it helped; nearly all have nobody. */
    private Map<String, List<String>> helped() {
        Map<String, List<String>> helped = new HashMap<>();
        store.read("read/helpful-marks", Map.of(), row -> row)
                .forEach(row -> helped.computeIfAbsent(row.get("contribution").asString(), _ -> new ArrayList<>(1))
                        .add(row.get("by").asString()));
        return helped;
    }

    @Override
    public Optional<Set<String>> audiences(@Nullable String readerId) {
        return Optional.ofNullable(store.audiences().of(Scope.now(readerId, Instant.EPOCH)))
                .map(Set::copyOf);
    }

    private static Act act(Record row, Map<String, List<String>> helped) {
        String key = row.get("key").asString();
        Instant at = Instant.ofEpochMilli(row.get("at").asLong());
        List<Thanks> thanks = new ArrayList<>(row.get("thanks")
                .asList(pair -> new Thanks(
                        pair.get(0).asString(), Instant.ofEpochMilli(pair.get(1).asLong()))));
        // As an accepted answer, what helped did so when it was written, however late somebody found it and said so.
        helped.getOrDefault(key, List.of()).forEach(by -> thanks.add(new Thanks(by, at)));
        return new Act(
                key,
                row.get("person").asString(),
                at,
                ContributionKind.valueOf(row.get("kind").asString()),
                row.get("source").asString(),
                row.get("thread").asString(null),
                row.get("repliesTo").asString(null),
                row.get("resolves").asString(null),
                row.get("community").asString(null),
                row.get("audience").asString(null),
                row.get("marks").asList(Value::asString).stream()
                        .map(ContributionMark::valueOf)
                        .collect(Collectors.toSet()),
                row.get("processes").asList(Value::asString),
                row.get("topics").asList(Value::asString),
                thanks);
    }
}
