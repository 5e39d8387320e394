package org.passerelle.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;

/**
 * The few of many offers that a page has room for.
 *
 * <p>{@code priority = effect x certainty x ln(1 + people) / ln(1 + everybody)}, each part from 0 to 1: how far apart the two
 * figures compared are ({@link OverviewItem#effect}), how sure that is, and how many it concerns; by the logarithm, because
 * ten people more matter to twenty and not to a thousand. An offer less sure than {@value #CERTAINTY_MIN} is left out. The
 * first of each section comes in, so that good news is not crowded out by bad; the others by priority, at most {@value
 * #FAMILY_MAX} of one family, up to {@value #ITEMS_MAX}. Ties by key: same offers in any order, same choice.
 *
 * <p>Ours; the constants are judgements.
 */
final class OverviewChoice {
    static final int ITEMS_MAX = 7;
    static final int FAMILY_MAX = 2;
    static final double CERTAINTY_MIN = 0.5;

    private OverviewChoice() {}

    /** An offer with its place among the others. */
    record Ranked(OverviewItem item, double priority) {}

    /**
     * What was chosen.
     *
     * @param items highest priority first
     * @param left sure offers that there was no room for
     */
    record Chosen(List<Ranked> items, int left) {
        /** Copies the list. */
        Chosen {
            items = List.copyOf(items);
        }

        /** Whether a section has an item. */
        boolean has(Section section) {
            return items.stream().anyMatch(ranked -> ranked.item().section() == section);
        }
    }

    /** Chooses among offers; {@code everybody} is how many people there are in all. */
    static Chosen choose(Collection<OverviewItem> offers, int everybody) {
        List<Ranked> sure = offers.stream()
                .filter(item -> item.certainty().value() >= CERTAINTY_MIN)
                .map(item -> new Ranked(item, priority(item, everybody)))
                .filter(ranked -> ranked.priority() > 0)
                .sorted(Comparator.comparingDouble(Ranked::priority).reversed().thenComparing(ranked -> ranked.item()
                        .key()))
                .toList();
        Set<Ranked> chosen = new LinkedHashSet<>();
        for (Section section : Section.values()) {
            sure.stream()
                    .filter(ranked -> ranked.item().section() == section)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        Map<String, Integer> families = new HashMap<>();
        chosen.forEach(ranked -> families.merge(ranked.item().family(), 1, Integer::sum));
        for (Ranked ranked : sure) {
            String family = ranked.item().family();
            boolean room = chosen.size() < ITEMS_MAX && families.getOrDefault(family, 0) < FAMILY_MAX;
            if (room && chosen.add(ranked)) {
                families.merge(family, 1, Integer::sum);
            }
        }
        List<Ranked> ordered = new ArrayList<>(sure);
        ordered.retainAll(chosen);
        return new Chosen(ordered, sure.size() - ordered.size());
    }

    static double priority(OverviewItem item, int everybody) {
        double concerned = Math.log1p(Math.min(item.people(), everybody)) / Math.log1p(Math.max(1, everybody));
        return item.effect() * item.certainty().value() * concerned;
    }
}
