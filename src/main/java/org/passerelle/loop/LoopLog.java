package org.passerelle.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.MarkedActs.Act;
import org.passerelle.network.Needs;
import org.springframework.stereotype.Component;

/**
 * Every loop of the present data, traced once and kept until contributions or their marks change. Whoever else speaks of
 * needs counts those of the loops.
 */
@Component
final class LoopLog implements Needs {
    private final MarkedActs acts;
    private final AtomicReference<@Nullable Loops> kept = new AtomicReference<>();

    LoopLog(MarkedActs acts) {
        this.acts = acts;
    }

    /**
     * The loops of some data.
     *
     * @param stamp of the data
     * @param loops in order of their needs
     * @param asOf the last moment of the data
     * @param needs those of communities, in the same order
     */
    record Loops(String stamp, List<Loop> loops, Instant asOf, Map<String, List<Need>> needs) {
        /** Copies the list. */
        Loops {
            loops = List.copyOf(loops);
        }

        static Loops of(String stamp, List<Loop> loops, Instant asOf) {
            Map<String, List<Need>> needs = new HashMap<>();
            for (Loop loop : loops) {
                String community = loop.need().communityId();
                if (community != null) {
                    needs.computeIfAbsent(community, _ -> new ArrayList<>())
                            .add(new Need(loop.key(), loop.openedAt(), loop.firstAnswer()));
                }
            }
            return new Loops(stamp, loops, asOf, Collections.unmodifiableMap(needs));
        }

        /** When the first need was opened; the last moment where there is none. */
        Instant first() {
            return loops.isEmpty() ? asOf : loops.getFirst().openedAt();
        }
    }

    /** The loops as of now; whoever asks while they are traced waits for them. */
    Loops loops() {
        String stamp = acts.stamp();
        Loops known = kept.get();
        return known != null && known.stamp().equals(stamp) ? known : traced(stamp);
    }

    @Override
    public Map<String, List<Need>> byCommunity() {
        return loops().needs();
    }

    private synchronized Loops traced(String stamp) {
        Loops known = kept.get();
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        Loops loops = trace(stamp);
        kept.set(loops);
        return loops;
    }

    private Loops trace(String stamp) {
        Discussions discussions = new Discussions();
        MarkedActs.Whole whole = acts.aroundNeeds(discussions::add);
        List<Loop> loops = new ArrayList<>();
        for (List<Act> discussion : discussions.all()) {
            boolean named = whole.namingAnswers().contains(discussion.getFirst().source());
            loops.addAll(LoopTracing.of(discussion, named, whole.last()));
        }
        loops.sort(Comparator.comparing(Loop::openedAt).thenComparing(Loop::key));
        return Loops.of(stamp, loops, whole.last());
    }
}
