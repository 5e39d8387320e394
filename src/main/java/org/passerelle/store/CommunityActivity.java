package org.passerelle.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.Activity;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Window;

/**
 * Acts and volumes of communities, straight from the graph. Acts are read in stretches of days, two at a time: one statement
 * keeps one processor busy in the database while the others wait.
 */
public final class CommunityActivity implements Activity {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");
    private static final int STRETCHES = 8;
    private static final int AT_A_TIME = 2;

    private final Store store;

    /** Reads from this store. */
    public CommunityActivity(Store store) {
        this.store = store;
    }

    private record Done(String communityId, Act act) {}

    @Override
    public Map<String, List<Act>> acts(Set<String> communityIds, Window window) {
        List<String> ids = List.copyOf(communityIds);
        Map<String, List<String>> reactors = new ConcurrentHashMap<>();
        // People, threads and kinds come back thousands of times; one string each is enough.
        Map<String, String> known = new ConcurrentHashMap<>();
        List<Callable<List<Done>>> work = new ArrayList<>();
        work.add(() -> {
            store.stream(
                    "read/reactors",
                    parameters(ids, window),
                    row -> reactors.put(
                            row.get("key").asString(),
                            row.get("reactors").asList(Value::asString).stream()
                                    .sorted()
                                    .map(id -> shared(known, id))
                                    .toList()));
            return List.of();
        });
        for (Window stretch : stretches(window)) {
            work.add(() -> {
                List<Done> done = new ArrayList<>();
                store.stream("read/acts", parameters(ids, stretch), row -> add(row, known, done));
                return done;
            });
        }
        Map<String, List<Act>> acts = new HashMap<>();
        communityIds.forEach(id -> acts.put(id, new ArrayList<>()));
        for (List<Done> stretch : together(work)) {
            stretch.forEach(done -> acts.computeIfAbsent(done.communityId(), _ -> new ArrayList<>())
                    .add(reacted(done.act(), reactors)));
        }
        acts.values().forEach(list -> list.sort(Comparator.comparing(Act::at).thenComparing(Act::key)));
        return acts;
    }

    private static Map<String, Object> parameters(List<String> communityIds, Window window) {
        return Map.of(
                "communities", communityIds,
                "from", Contributions.day(window.from()),
                "to", Contributions.day(window.to()));
    }

    /** The window in parts of as many days, the last days first: there is most in them. */
    private static List<Window> stretches(Window window) {
        long days = window.to().toEpochDay() - window.from().toEpochDay() + 1;
        List<Window> stretches = new ArrayList<>();
        for (int part = STRETCHES - 1; part >= 0; part--) {
            LocalDate from = window.from().plusDays(days * part / STRETCHES);
            LocalDate next = window.from().plusDays(days * (part + 1) / STRETCHES);
            if (from.isBefore(next)) {
                stretches.add(new Window(from, next.minusDays(1)));
            }
        }
        return stretches;
    }

    private static void add(Record row, Map<String, String> known, List<Done> done) {
        String community = shared(known, row.get("community").asString());
        String person = shared(known, row.get("person").asString());
        for (Value act : row.get("acts").values()) {
            done.add(new Done(
                    community,
                    new Act(
                            act.get(0).asString(),
                            person,
                            Instant.ofEpochMilli(act.get(1).asLong()),
                            ContributionKind.valueOf(act.get(2).asString()),
                            shared(known, act.get(3).asString()),
                            act.get(4).asString(null),
                            act.get(5).asString(null),
                            List.of())));
        }
    }

    private static String shared(Map<String, String> known, String word) {
        String before = known.putIfAbsent(word, word);
        return before == null ? word : before;
    }

    private static Act reacted(Act act, Map<String, List<String>> reactors) {
        List<String> ids = reactors.get(act.key());
        return ids == null
                ? act
                : new Act(
                        act.key(),
                        act.personId(),
                        act.at(),
                        act.kind(),
                        act.thread(),
                        act.repliesTo(),
                        act.resolves(),
                        ids);
    }

    /** Does all of it, a few at a time; whoever no longer waits for it stops it. */
    private static <T> List<T> together(List<Callable<T>> work) {
        try (ExecutorService readers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : readers.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The acts are no longer waited for");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("Acts could not be read", failure);
        }
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
