package org.passerelle.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.passerelle.network.LoadSink.Facts;

/** Formal facts cut into batches, in the order in which they build on one another. */
final class FactBatches {
    private FactBatches() {}

    static List<Facts> of(Facts all, int size) {
        List<Facts> batches = new ArrayList<>();
        cut(
                all.people(),
                size,
                batches,
                part -> new Facts(part, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        cut(
                all.addresses(),
                size,
                batches,
                part -> new Facts(List.of(), part, List.of(), List.of(), List.of(), List.of(), List.of()));
        cut(
                all.groups(),
                size,
                batches,
                part -> new Facts(List.of(), List.of(), part, List.of(), List.of(), List.of(), List.of()));
        cut(
                all.parts(),
                size,
                batches,
                part -> new Facts(List.of(), List.of(), List.of(), List.of(), part, List.of(), List.of()));
        cut(
                all.memberships(),
                size,
                batches,
                part -> new Facts(List.of(), List.of(), List.of(), part, List.of(), List.of(), List.of()));
        cut(
                all.lines(),
                size,
                batches,
                part -> new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), part, List.of()));
        cut(
                all.appointments(),
                size,
                batches,
                part -> new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), part));
        cut(all.skills(), size, batches, Facts::ofSkills);
        return batches;
    }

    /** Number of facts. */
    static int size(Facts facts) {
        return facts.people().size()
                + facts.addresses().size()
                + facts.groups().size()
                + facts.memberships().size()
                + facts.parts().size()
                + facts.lines().size()
                + facts.appointments().size()
                + facts.skills().size();
    }

    private static <T> void cut(List<T> facts, int size, List<Facts> batches, Function<List<T>, Facts> made) {
        for (int from = 0; from < facts.size(); from += size) {
            batches.add(made.apply(List.copyOf(facts.subList(from, Math.min(from + size, facts.size())))));
        }
    }
}
