package org.passerelle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.evaluation.Belonging;
import org.passerelle.evaluation.RankingQuality;
import org.passerelle.evaluation.Replay;

/** What one way to order people was worth, question by question. */
final class RankingRun {
    private static final int FIRST_SHOWN = 5;

    private final List<RankingQuality> all = new ArrayList<>();
    private final List<RankingQuality> accepted = new ArrayList<>();
    private int busiest;
    private int outside;
    private int placed;

    /** Judges the order of one question. */
    void add(List<String> order, Replay.Asked asked, Set<String> busy, Belonging belonging) {
        all.add(RankingQuality.of(order, asked.right()));
        if (!asked.accepted().isEmpty()) {
            accepted.add(RankingQuality.of(order, asked.accepted()));
        }
        busiest += !order.isEmpty() && busy.contains(order.getFirst()) ? 1 : 0;
        for (String person : order.subList(0, Math.min(FIRST_SHOWN, order.size()))) {
            Optional<Boolean> elsewhere = belonging.outside(asked, person);
            placed += elsewhere.isPresent() ? 1 : 0;
            outside += elsewhere.orElse(false) ? 1 : 0;
        }
    }

    /** Against everybody who then answered. */
    List<RankingQuality> all() {
        return all;
    }

    /** Against those whose answer was accepted, where there is one. */
    List<RankingQuality> accepted() {
        return accepted;
    }

    /** Share of the first ranks that went to the busiest hundredth of people. */
    double busiestShare() {
        return (double) busiest / Math.max(1, all.size());
    }

    /** Share of the first five who stand outside the asker's unit; nothing where nobody belongs anywhere. */
    Optional<Double> outsideShare() {
        return placed == 0 ? Optional.empty() : Optional.of((double) outside / placed);
    }
}
