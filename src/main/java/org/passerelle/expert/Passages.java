package org.passerelle.expert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.passerelle.network.ContributionSearch;
import org.passerelle.network.ContributionSearch.Found;
import org.passerelle.network.ContributionSearch.Hit;
import org.passerelle.network.ContributionSearch.Passage;

/**
 * What the evidence on one page says. It is read at the first expert who is asked for it, for everybody on the page at
 * once, so that ten experts are one statement and not ten. Belongs to one answer.
 */
final class Passages {
    private final ContributionSearch search;
    private final String about;
    private final boolean approximate;
    private final Set<String> alike;
    private final List<List<Hit>> shown = new ArrayList<>();
    private final Map<String, Passage> read = new HashMap<>();
    private int depth;

    Passages(ContributionSearch search, String about, Found found) {
        this.search = search;
        this.about = about;
        approximate = found.approximate();
        alike = found.alike() == null ? Set.of() : found.alike().keys();
    }

    /** Somebody is on the page. */
    synchronized void show(List<Hit> evidence) {
        shown.add(evidence);
    }

    /** Whether nothing held the word itself. */
    boolean approximate() {
        return approximate;
    }

    /** Whether its meaning alone found a contribution. */
    boolean isAlike(Hit hit) {
        return alike.contains(hit.key());
    }

    /** A contribution and what it says. */
    record Shown(Hit hit, Passage passage) {}

    /** What the first contributions of somebody on the page say; one that is gone by now is left out. */
    synchronized List<Shown> of(List<Hit> evidence, int first) {
        if (depth < first) {
            List<String> keys = Stream.concat(shown.stream(), Stream.of(evidence))
                    .flatMap(each -> each.stream().limit(first))
                    .map(Hit::key)
                    .filter(key -> !read.containsKey(key))
                    .distinct()
                    .toList();
            read.putAll(search.passages(keys, about));
            depth = first;
        }
        List<Shown> found = new ArrayList<>();
        for (Hit hit : evidence.subList(0, Math.min(first, evidence.size()))) {
            Passage passage = read.get(hit.key());
            if (passage != null) {
                found.add(new Shown(hit, passage));
            }
        }
        return found;
    }
}
