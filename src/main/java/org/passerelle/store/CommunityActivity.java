package org.passerelle.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.neo4j.driver.Value;
import org.passerelle.network.Activity;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Window;

/** Acts and volumes of communities, straight from the graph. */
public final class CommunityActivity implements Activity {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");

    private final Store store;

    /** Reads from this store. */
    public CommunityActivity(Store store) {
        this.store = store;
    }

    @Override
    public List<Act> acts(String communityId, Window window) {
        List<Act> acts = new ArrayList<>();
        store.stream(
                "read/acts",
                Map.of(
                        "community", communityId,
                        "from", Contributions.day(window.from()),
                        "to", Contributions.day(window.to())),
                row -> acts.add(new Act(
                        row.get("key").asString(),
                        row.get("person").asString(),
                        Instant.ofEpochMilli(row.get("at").asLong()),
                        ContributionKind.valueOf(row.get("kind").asString()),
                        row.get("thread").asString(),
                        row.get("repliesTo").asString(null),
                        row.get("resolves").asString(null),
                        row.get("reactors").asList(Value::asString),
                        row.get("mentioned").asList(Value::asString))));
        return acts;
    }

    @Override
    public Map<String, List<Act>> acts(Set<String> communityIds, Window window) {
        Map<String, List<Act>> acts = new HashMap<>();
        communityIds.forEach(id -> acts.put(id, new ArrayList<>()));
        // People and threads come back thousands of times; one string each is enough.
        Map<String, String> known = new HashMap<>();
        UnaryOperator<String> shared = word -> known.computeIfAbsent(word, Function.identity());
        store.stream(
                "read/acts-of-communities",
                Map.of(
                        "communities", List.copyOf(communityIds),
                        "from", Contributions.day(window.from()),
                        "to", Contributions.day(window.to())),
                row -> requireNonNull(acts.get(row.get("community").asString()))
                        .add(new Act(
                                row.get("key").asString(),
                                shared.apply(row.get("person").asString()),
                                Instant.ofEpochMilli(row.get("at").asLong()),
                                ContributionKind.valueOf(row.get("kind").asString()),
                                shared.apply(row.get("thread").asString()),
                                row.get("repliesTo").asString(null),
                                row.get("resolves").asString(null),
                                people(row.get("reactors"), shared),
                                people(row.get("mentioned"), shared))));
        acts.values().forEach(list -> list.sort(Comparator.comparing(Act::at).thenComparing(Act::key)));
        return acts;
    }

    private static List<String> people(Value ids, UnaryOperator<String> shared) {
        return ids.isEmpty()
                ? List.of()
                : ids.asList(Value::asString).stream()
                        .distinct()
                        .sorted()
                        .map(shared)
                        .toList();
    }

    @Override
    public List<Source> sources(String communityId, Window window) {
        List<Source> sources = new ArrayList<>();
        store.stream(
                "read/sources",
                Map.of(
                        "community", communityId,
                        "from", Contributions.day(window.from()),
                        "to", Contributions.day(window.to())),
                row -> ADDRESS.matcher(row.get("text").asString())
                        .results()
                        .forEach(found -> sources.add(new Source(
                                row.get("person").asString(),
                                Instant.ofEpochMilli(row.get("at").asLong()),
                                found.group()))));
        return sources;
    }

    @Override
    public List<Volume> volumes(Window window) {
        return store.read(
                "read/volumes",
                Map.of("from", Contributions.day(window.from()), "to", Contributions.day(window.to())),
                row -> new Volume(
                        row.get("community").asString(),
                        row.get("contributions").asInt(),
                        row.get("people").asInt(),
                        row.get("threads").asInt()));
    }
}
