package org.passerelle.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Topic;
import org.passerelle.network.TopicCatalogue;
import org.passerelle.network.TopicClaim;
import org.passerelle.topic.TopicName;

/** The topics of the graph, kept in memory until they change. */
public final class TopicShelf implements TopicCatalogue {
    /** A topic whose text the reader cannot read is there for them from so many people on. */
    static final int PEOPLE_MIN = 10;

    private static final double LIKE_MIN = 0.3;

    private final Store store;
    private final @Nullable Remembered<Long> version;
    private final @Nullable Remembered<Map<String, Set<String>>> hidden;
    private final AtomicReference<@Nullable Shelf> kept = new AtomicReference<>();

    /** The topics of this store; whether they changed is asked every time. */
    public TopicShelf(Store store) {
        this.store = store;
        this.version = null;
        this.hidden = null;
    }

    /** The same; whether another process changed them is asked every few seconds. */
    TopicShelf(Store store, Clock clock) {
        this.store = store;
        this.version = new Remembered<>(this::readVersion, clock);
        this.hidden = new Remembered<>(this::readHidden, clock);
    }

    /** A topic with what it is compared by. */
    record Held(Topic topic, Set<String> audiences, List<Set<String>> stems) {
        boolean mayShow(@Nullable List<String> readable) {
            // A topic without contributions is what somebody said of themselves: it gives away no text.
            return readable == null
                    || topic.contributions() == 0
                    || topic.people() >= PEOPLE_MIN
                    || readable.stream().anyMatch(audiences::contains);
        }
    }

    private record Shelf(long version, Map<String, Held> byId, Map<String, List<Held>> byStem, List<Held> all) {}

    private Shelf shelf() {
        long current = version();
        Shelf shelf = kept.get();
        if (shelf == null || shelf.version() != current) {
            shelf = read(current);
            kept.set(shelf);
        }
        return shelf;
    }

    /** Changes whenever topics are found anew. */
    long version() {
        return version == null ? readVersion() : version.value();
    }

    /** Which topics people do not want to be found for, by person. */
    Map<String, Set<String>> hidden() {
        return hidden == null ? readHidden() : hidden.value();
    }

    private Map<String, Set<String>> readHidden() {
        Map<String, Set<String>> read = new HashMap<>();
        for (Record row : store.read("read/hidden-topics", Map.of(), row -> row)) {
            read.put(row.get("person").asString(), Set.copyOf(row.get("topics").asList(Value::asString)));
        }
        return Map.copyOf(read);
    }

    private long readVersion() {
        return store.read(
                        "read/topic-state", Map.of(), row -> row.get("version").asLong())
                .getFirst();
    }

    /** This process has changed topics, or what somebody says of them. */
    void changed() {
        if (version != null) {
            version.forget();
        }
        if (hidden != null) {
            hidden.forget();
        }
    }

    private Shelf read(long version) {
        List<Held> all = store.read("read/topics", Map.of(), TopicShelf::held).stream()
                .sorted(Comparator.<Held>comparingInt(held -> -held.topic().people())
                        .thenComparing(held -> held.topic().id()))
                .toList();
        Map<String, Held> byId = new HashMap<>();
        Map<String, List<Held>> byStem = new HashMap<>();
        for (Held held : all) {
            byId.put(held.topic().id(), held);
            Set<String> stems = new HashSet<>();
            held.stems().forEach(stems::addAll);
            stems.forEach(
                    stem -> byStem.computeIfAbsent(stem, _ -> new ArrayList<>()).add(held));
        }
        return new Shelf(version, byId, byStem, all);
    }

    private static Held held(Record row) {
        List<String> names = row.get("names").asList(Value::asString);
        Topic topic = new Topic(
                row.get("id").asString(),
                names.getFirst(),
                names.subList(1, Math.min(names.size(), 1 + Topic.OTHER_NAMES_MAX)),
                row.get("people").asInt(),
                row.get("contributions").asInt());
        return new Held(
                topic,
                Set.copyOf(row.get("audiences").asList(Value::asString)),
                names.stream()
                        .map(name -> Set.copyOf(TopicName.stems(name)))
                        .distinct()
                        .toList());
    }

    @Override
    public List<Topic> nearest(String about, int first, Scope scope) {
        Shelf shelf = shelf();
        List<String> readable = store.audiences().of(scope);
        Set<String> stems = Set.copyOf(TopicName.stems(about));
        Map<Held, Double> near = new HashMap<>();
        for (String stem : stems) {
            for (Held held : shelf.byStem().getOrDefault(stem, List.of())) {
                near.computeIfAbsent(held, each -> shared(each, stems, shelf));
            }
        }
        near.keySet().removeIf(held -> !isUsed(held, readable));
        if (near.isEmpty()) {
            String folded = Text.folded(about);
            for (Held held : shelf.all()) {
                double like = names(held.topic())
                        .mapToDouble(name -> Trigrams.likeness(folded, Text.folded(name)))
                        .max()
                        .orElse(0);
                if (like >= LIKE_MIN && isUsed(held, readable)) {
                    near.put(held, like);
                }
            }
        }
        return near.entrySet().stream()
                .sorted(Map.Entry.<Held, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparingInt(entry -> -entry.getKey().topic().people())
                        .thenComparing(entry -> entry.getKey().topic().id()))
                .limit(first)
                .map(entry -> entry.getKey().topic())
                .toList();
    }

    private static boolean isUsed(Held held, @Nullable List<String> readable) {
        return held.topic().contributions() > 0 && held.mayShow(readable);
    }

    /** How much of the best name's words the text has, rare words counting more. */
    private static double shared(Held held, Set<String> stems, Shelf shelf) {
        double best = 0;
        for (Set<String> name : held.stems()) {
            double all = 0;
            double there = 0;
            for (String stem : name) {
                double rare = 1
                        / Math.log(
                                2 + shelf.byStem().getOrDefault(stem, List.of()).size());
                all += rare;
                there += stems.contains(stem) ? rare : 0;
            }
            if (all > 0) {
                best = Math.max(best, there / all * Math.sqrt(there));
            }
        }
        return best;
    }

    private static Stream<String> names(Topic topic) {
        return Stream.concat(Stream.of(topic.name()), topic.otherNames().stream());
    }

    @Override
    public List<Topic> named(String name, Scope scope) {
        String folded = Text.folded(name).strip();
        List<String> readable = store.audiences().of(scope);
        return shelf().all().stream()
                .filter(held -> held.mayShow(readable) && names(held.topic()).anyMatch(each -> begins(each, folded)))
                .map(Held::topic)
                .toList();
    }

    private static boolean begins(String name, String folded) {
        String own = Text.folded(name);
        return own.startsWith(folded) || own.contains(" " + folded);
    }

    @Override
    public List<Topic> all(Scope scope) {
        List<String> readable = store.audiences().of(scope);
        return shelf().all().stream()
                .filter(held -> isUsed(held, readable))
                .map(Held::topic)
                .toList();
    }

    @Override
    public Optional<Topic> topic(String id, Scope scope) {
        Held held = shelf().byId().get(id);
        return held != null && held.mayShow(store.audiences().of(scope)) ? Optional.of(held.topic()) : Optional.empty();
    }

    /** Every topic by id, whoever may see it. */
    Map<String, Held> held() {
        return shelf().byId();
    }

    /**
     * The moment that claims are asked for. What a list declares holds on the last day that is over; a list without days
     * says nothing of the past.
     */
    static Map<String, Object> claiming(Scope scope) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("before", scope.past() ? scope.before().toEpochMilli() : Long.MAX_VALUE);
        parameters.put("past", scope.past());
        parameters.put(
                "day", scope.before().minusMillis(1).atZone(ZoneOffset.UTC).toLocalDate());
        return parameters;
    }

    @Override
    public Claims claims(String about, Scope scope) {
        Shelf shelf = shelf();
        Set<String> stems = Set.copyOf(TopicName.stems(about));
        Map<String, Topic> named = new HashMap<>();
        for (String stem : stems) {
            for (Held held : shelf.byStem().getOrDefault(stem, List.of())) {
                if (held.stems().stream().anyMatch(name -> !name.isEmpty() && stems.containsAll(name))) {
                    named.put(held.topic().id(), held.topic());
                }
            }
        }
        if (named.isEmpty()) {
            return Claims.NONE;
        }
        Set<String> hidden = new HashSet<>();
        Map<String, List<Topic>> claimed = new HashMap<>();
        Map<String, Object> parameters = claiming(scope);
        parameters.put("topics", List.copyOf(named.keySet()));
        for (Record row : store.read("read/topic-claims", parameters, row -> row)) {
            String person = row.get("person").asString();
            if (TopicClaim.Kind.valueOf(row.get("kind").asString()) == TopicClaim.Kind.HIDDEN) {
                hidden.add(person);
            } else {
                Topic topic = named.get(row.get("topic").asString());
                if (topic != null) {
                    claimed.computeIfAbsent(person, _ -> new ArrayList<>()).add(topic);
                }
            }
        }
        claimed.replaceAll((_, topics) -> List.copyOf(topics));
        return new Claims(hidden, claimed);
    }
}
