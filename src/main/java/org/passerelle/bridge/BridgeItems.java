package org.passerelle.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.Dimension;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * People of great value between units whom nobody could replace, offered to the overview: among the first ten by value,
 * those who alone connect more of the pairs they connect than bridges do on the whole. Surer the more alike that share was
 * in the window before.
 */
@Component
final class BridgeItems implements OverviewItems {
    private static final int UNIT_DEPTH = 3;
    private static final int VALUED = 10;
    private static final int ALONE_MIN = 10;
    private static final int OFFERED_MAX = 3;

    @Override
    public Offers offers(Ask ask) {
        List<Bridge> now = bridges(ask.snapshot(), ask.window(), ask.peopleMin());
        Map<String, BridgeRisk> before = new HashMap<>();
        bridges(ask.snapshot(), ask.before(), ask.peopleMin())
                .forEach(bridge -> before.put(bridge.person().id(), bridge.risk()));
        long connects =
                now.stream().mapToLong(bridge -> bridge.risk().connects()).sum();
        long alone = now.stream().mapToLong(bridge -> bridge.risk().alone()).sum();
        double usual = connects == 0 ? 0 : (double) alone / connects;
        List<OverviewItem> items = new ArrayList<>();
        now.stream()
                .limit(VALUED)
                .filter(bridge -> bridge.risk().alone() >= ALONE_MIN && share(bridge.risk()) > usual)
                .sorted(Comparator.comparingLong(
                                (Bridge bridge) -> -bridge.risk().alone())
                        .thenComparing(bridge -> bridge.person().id()))
                .limit(OFFERED_MAX)
                .forEach(bridge -> {
                    BridgeRisk earlier = before.get(bridge.person().id());
                    if (earlier != null && earlier.connects() > 0) {
                        items.add(item(bridge, earlier, usual, ask.window()));
                    }
                });
        return new Offers(
                items,
                List.of(new Bilingual(
                        now.size() + " people between units", now.size() + " personnes entre les unités")));
    }

    private static List<Bridge> bridges(NetworkSnapshot snapshot, Window window, int peopleMin) {
        return Bridges.compute(
                snapshot,
                new BridgeQuestion(Dimension.UNIT, UNIT_DEPTH, snapshot.withData(window), List.of(), peopleMin));
    }

    private static double share(BridgeRisk risk) {
        Double share = risk.share();
        return share == null ? 0 : share;
    }

    private static OverviewItem item(Bridge bridge, BridgeRisk earlier, double usual, Window window) {
        BridgeRisk risk = bridge.risk();
        double share = share(risk);
        String days = "&from=" + window.from() + "&to=" + window.to();
        return new OverviewItem(
                "bridge:" + bridge.person().id(),
                Section.AT_RISK,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "Une seule personne relie " + in.number((double) risk.alone(), 0) + " des "
                                + in.number((double) risk.connects(), 0)
                                + " paires de collègues d'unités différentes qu'elle relie\u00a0: sans elle, ils n'ont"
                                + " plus de contact commun (" + in.percent(usual) + " pour l'ensemble)."
                        : "One person alone connects " + in.number((double) risk.alone(), 0) + " of the "
                                + in.number((double) risk.connects(), 0)
                                + " pairs of colleagues of different units whom that person connects: without them,"
                                + " these share no contact (" + in.percent(usual) + " over all)."),
                Bilingual.of(in -> in.percent(share)),
                share,
                new Certainty(
                        1 - OverviewItem.effect(share, share(earlier)),
                        Bilingual.of(in -> in == Language.FRENCH
                                ? "sur la période d'avant\u00a0: " + in.percent(share(earlier))
                                : "in the period before: " + in.percent(share(earlier)))),
                OverviewItem.effect(share, usual),
                bridge.workload(),
                List.of(bridge.person()),
                "#/bridges?by=RISK&dimension=UNIT&depth=" + UNIT_DEPTH + days,
                "{ bridges(unitDepth: " + UNIT_DEPTH + ", window: {from: \"" + window.from() + "\", to: \""
                        + window.to()
                        + "\"}, first: " + VALUED + ") { nodes { rank person { id name } risk { connects alone share"
                        + " sentence } successors { person { id name } } } } }");
    }
}
