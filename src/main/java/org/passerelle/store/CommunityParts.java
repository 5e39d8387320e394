package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.passerelle.network.TakingPart;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** Who takes part in which community, straight from the graph. */
public final class CommunityParts implements TakingPart {
    private record Part(String personId, String communityId) {}

    private final Store store;

    /** Reads from this store. */
    public CommunityParts(Store store) {
        this.store = store;
    }

    @Override
    public Map<String, Set<String>> communities(Set<String> personIds, Window window, Set<Visibility> readable) {
        if (readable.contains(Visibility.PRIVATE)) {
            throw new IllegalArgumentException("Where people take part is never told by what they wrote in private");
        }
        List<Part> parts = store.read(
                "read/taking-part",
                Map.of(
                        "people", List.copyOf(personIds),
                        "from", Contributions.day(window.from()),
                        "to", Contributions.day(window.to()),
                        "visibilities", readable.stream().map(Visibility::name).toList()),
                row -> new Part(
                        row.get("person").asString(), row.get("community").asString()));
        Map<String, Set<String>> communities = new TreeMap<>();
        parts.forEach(part -> communities
                .computeIfAbsent(part.personId(), _ -> new TreeSet<>())
                .add(part.communityId()));
        return communities;
    }
}
