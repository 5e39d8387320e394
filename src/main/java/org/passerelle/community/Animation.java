package org.passerelle.community;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Activity;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * The life of communities, read once for each snapshot, community and window, and kept for the latest {@value
 * #KEPT} of them: scores, health and self-regulation look at the same acts.
 */
@Component
final class Animation {
    private static final int KEPT = 64;

    private final Activity activity;
    private final Map<Key, CompletableFuture<Life>> lives = new LinkedHashMap<>();

    Animation(Activity activity) {
        this.activity = activity;
    }

    /** What is known of a community in a window. */
    record Life(List<Scored> animators, CommunityHealth health, SelfRegulation selfRegulation) {}

    private record Key(String snapshot, String community, Window window) {}

    /** The life of that community; whoever asks while it is computed waits for it. */
    Life of(Community community) {
        Key key = new Key(community.snapshot().version(), community.id(), community.window());
        CompletableFuture<Life> mine = new CompletableFuture<>();
        Optional<CompletableFuture<Life>> theirs = claim(key, mine);
        if (theirs.isPresent()) {
            try {
                return theirs.get().join();
            } catch (CompletionException | CancellationException _) {
                // Whoever computed it gave up; it is computed again here.
                return compute(community);
            }
        }
        try {
            Life life = compute(community);
            mine.complete(life);
            return life;
        } catch (RuntimeException failure) {
            forget(key);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /** Empty when the caller is the one to compute it. */
    private synchronized Optional<CompletableFuture<Life>> claim(Key key, CompletableFuture<Life> mine) {
        Optional<CompletableFuture<Life>> theirs = Optional.ofNullable(lives.putIfAbsent(key, mine));
        if (lives.size() > KEPT) {
            lives.remove(lives.keySet().iterator().next());
        }
        return theirs;
    }

    private synchronized void forget(Key key) {
        lives.remove(key);
    }

    private Life compute(Community community) {
        NetworkSnapshot snapshot = community.snapshot();
        Window window = community.window();
        List<Act> acts = activity.acts(community.id(), window);
        Set<String> knownBefore = knownBefore(community);
        List<Scored> animators =
                AnimatorScores.compute(acts, knownBefore, snapshot, window.to(), Parameters.defaults());
        List<String> strongest = animators.stream().map(Scored::personId).toList();
        return new Life(
                animators, CommunityHealth.of(acts, knownBefore, window), SelfRegulation.without(strongest, acts));
    }

    private Set<String> knownBefore(Community community) {
        LocalDate first = community.snapshot().extent().from();
        LocalDate last = community.window().from().minusDays(1);
        Set<String> known = new HashSet<>();
        if (!last.isBefore(first)) {
            activity.acts(community.id(), new Window(first, last)).forEach(act -> known.add(act.personId()));
        }
        return known;
    }
}
