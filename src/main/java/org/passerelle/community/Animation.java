package org.passerelle.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * The life of communities, kept for the latest {@value #KEPT} of them by snapshot and window: scores, health,
 * self-regulation and everything else look at the same acts. Communities that are asked for together are read in one go and
 * worked on by all processors.
 */
@Component
final class Animation {
    private static final int KEPT = 512;

    private final Activity activity;
    private final Map<Key, CompletableFuture<Life>> lives = new LinkedHashMap<>();
    private final AtomicReference<@Nullable Present> present = new AtomicReference<>();

    Animation(Activity activity) {
        this.activity = activity;
    }

    /** When people of a version of the data did something. */
    private record Present(String snapshot, PresentWeeks weeks) {}

    private record Key(String snapshot, String community, Window window) {
        static Key of(Community community) {
            return new Key(community.snapshot().version(), community.id(), community.window());
        }
    }

    /** The acts of a community until the end of its window: those in it, and who contributed before. */
    record Acts(List<Act> inWindow, Set<String> knownBefore) {
        static Acts of(List<Act> acts, Window window) {
            List<Act> inWindow = new ArrayList<>();
            Set<String> knownBefore = new HashSet<>();
            for (Act act : acts) {
                LocalDate day = LocalDate.ofInstant(act.at(), java.time.ZoneOffset.UTC);
                if (day.isBefore(window.from())) {
                    knownBefore.add(act.personId());
                } else {
                    inWindow.add(act);
                }
            }
            return new Acts(inWindow, knownBefore);
        }
    }

    /** The life of that community; whoever asks while it is computed waits for it. */
    Life of(Community community) {
        return of(List.of(community)).getFirst();
    }

    /** The lives of communities of one snapshot and one window, in their order. */
    List<Life> of(List<Community> communities) {
        Map<Key, CompletableFuture<Life>> asked = new LinkedHashMap<>();
        List<Community> mine = claim(communities, asked);
        if (!mine.isEmpty()) {
            compute(mine, asked);
        }
        return communities.stream()
                .map(community -> {
                    try {
                        return future(community, asked).join();
                    } catch (CompletionException | CancellationException _) {
                        // Whoever computed it gave up; it is computed again here.
                        return of(community);
                    }
                })
                .toList();
    }

    /** What a community did, read anew. */
    Acts acts(Community community) {
        return Acts.of(read(List.of(community)).getOrDefault(community.id(), List.of()), community.window());
    }

    /** The communities that the caller is the one to compute. */
    private synchronized List<Community> claim(List<Community> communities, Map<Key, CompletableFuture<Life>> asked) {
        List<Community> mine = new ArrayList<>();
        for (Community community : new LinkedHashSet<>(communities)) {
            Key key = Key.of(community);
            CompletableFuture<Life> known = lives.get(key);
            if (known == null) {
                known = new CompletableFuture<>();
                lives.put(key, known);
                mine.add(community);
            }
            asked.put(key, known);
        }
        while (lives.size() > KEPT) {
            lives.remove(lives.keySet().iterator().next());
        }
        return mine;
    }

    private void compute(List<Community> mine, Map<Key, CompletableFuture<Life>> asked) {
        try {
            Map<String, List<Act>> acts = read(mine);
            PresentWeeks anywhere = present(mine.getFirst().snapshot());
            Map<String, Life> computed = new HashMap<>();
            mine.stream()
                    // The largest first, so that it is not the one that the others wait for.
                    .sorted(Comparator.comparingInt(Community::contributions).reversed())
                    .toList()
                    .parallelStream()
                    .map(community -> Map.entry(
                            community.id(),
                            Life.of(
                                    community,
                                    Acts.of(acts.getOrDefault(community.id(), List.of()), community.window()),
                                    anywhere)))
                    .forEachOrdered(life -> computed.put(life.getKey(), life.getValue()));
            mine.forEach(community -> future(community, asked).complete(life(computed, community)));
        } catch (RuntimeException failure) {
            forget(mine);
            mine.forEach(community -> future(community, asked).completeExceptionally(failure));
            throw failure;
        }
    }

    /** Worked out once for a version of the data. */
    private PresentWeeks present(NetworkSnapshot snapshot) {
        Present known = present.get();
        if (known == null || !known.snapshot().equals(snapshot.version())) {
            known = new Present(snapshot.version(), PresentWeeks.of(snapshot));
            present.set(known);
        }
        return known.weeks();
    }

    private static CompletableFuture<Life> future(Community community, Map<Key, CompletableFuture<Life>> asked) {
        return java.util.Objects.requireNonNull(asked.get(Key.of(community)));
    }

    private static Life life(Map<String, Life> computed, Community community) {
        return java.util.Objects.requireNonNull(computed.get(community.id()));
    }

    private synchronized void forget(List<Community> communities) {
        communities.forEach(community -> lives.remove(Key.of(community)));
    }

    private Map<String, List<Act>> read(List<Community> communities) {
        NetworkSnapshot snapshot = communities.getFirst().snapshot();
        Window window = communities.getFirst().window();
        LocalDate first = snapshot.extent().from();
        Window until = new Window(first.isBefore(window.from()) ? first : window.from(), window.to());
        Set<String> ids = new LinkedHashSet<>();
        communities.forEach(community -> ids.add(community.id()));
        return activity.acts(ids, until);
    }
}
