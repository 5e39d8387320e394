package org.passerelle.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.loop.LoopClosers.Closer;
import org.passerelle.loop.LoopGaps.Gap;
import org.passerelle.loop.LoopLog.Loops;
import org.passerelle.loop.LoopStatistics.LoopTrend;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * What became of needs, offered to the overview: communities and processes whose needs stay unanswered ({@link LoopGaps}),
 * whether needs close sooner than before ({@link LoopTrend}), and the people who close those of other units.
 */
@Component
final class LoopItems implements OverviewItems {
    private static final int UNIT_DEPTH = 3;
    private static final int EACH_MIN = 10;

    private final LoopLog log;

    LoopItems(LoopLog log) {
        this.log = log;
    }

    @Override
    public Offers offers(Ask ask) {
        Loops all = log.loops();
        Chart chart = ask.snapshot().chart();
        LoopGround ground = new LoopGround(
                chart, Dimension.UNIT, UNIT_DEPTH, BusinessHours.USUAL.between(all.first(), all.asOf()), all.asOf());
        List<Loop> loops = LoopPlaces.within(all.loops(), ask.window());
        List<OverviewItem> items = new ArrayList<>();
        gaps(loops, LoopGrouping.COMMUNITY, ground, ask, items);
        gaps(loops, LoopGrouping.PROCESS, ground, ask, items);
        trend(LoopPlaces.within(all.loops(), ask.before()), loops, ground, ask, items);
        closers(loops, ground, ask, items);
        return new Offers(items, List.of(new Bilingual(loops.size() + " needs", loops.size() + " besoins exprimés")));
    }

    private static void gaps(List<Loop> loops, LoopGrouping by, LoopGround ground, Ask ask, List<OverviewItem> items) {
        Map<String, List<Loop>> grouped = LoopPlaces.grouped(loops, by, ground);
        for (Gap gap : LoopGaps.of(grouped, ground.asOf())) {
            if (gap.recurrent() && gap.askers() >= ask.peopleMin()) {
                String name = by == LoopGrouping.COMMUNITY
                        ? ground.chart().group(gap.key()).map(Group::name).orElse(gap.key())
                        : gap.key();
                items.add(gap(gap, name, by, ask.window()));
            }
        }
    }

    private static OverviewItem gap(Gap gap, String name, LoopGrouping by, Window window) {
        double expected = gap.expected() / gap.needs();
        double share = gap.share().value();
        String query = "{ loopFigures(by: " + by + ", " + window(window)
                + ") { groups { group { id name } process figures { loops answerRate { value low high } } } } }";
        return new OverviewItem(
                (by == LoopGrouping.COMMUNITY ? "unanswered:" : "unanswered:process:") + gap.key(),
                Section.AT_RISK,
                Bilingual.of(in -> in == Language.FRENCH
                        ? name + "\u00a0: " + gap.unanswered() + " besoins sur " + gap.needs()
                                + " restent sans réponse après " + LoopGaps.DAYS + " jours, contre "
                                + in.percent(expected)
                                + " ailleurs."
                        : name + ": " + gap.unanswered() + " of " + gap.needs() + " needs have no answer after "
                                + LoopGaps.DAYS + " days, against " + in.percent(expected) + " elsewhere."),
                Bilingual.of(in -> in.percent(share)),
                share,
                Certainty.tested(gap.adjusted()),
                OverviewItem.effect(share, expected),
                gap.askers(),
                List.of(),
                by == LoopGrouping.COMMUNITY ? OverviewItem.community(gap.key()) : "#/loops",
                query);
    }

    private static String window(Window window) {
        return "window: {from: \"" + window.from() + "\", to: \"" + window.to() + "\"}";
    }

    private static void trend(List<Loop> before, List<Loop> now, LoopGround ground, Ask ask, List<OverviewItem> items) {
        Instant youngest = ground.asOf().minus(Duration.ofDays(LoopTrend.DAYS));
        List<Loop> early = oldEnough(before, youngest);
        List<Loop> late = oldEnough(now, youngest);
        int askers = Math.min(askers(early), askers(late));
        if (Math.min(early.size(), late.size()) < EACH_MIN || askers < ask.peopleMin()) {
            return;
        }
        LoopTrend trend = LoopTrend.of(LoopTrend.inTime(early), LoopTrend.inTime(late));
        Estimate change = trend.change();
        if (change.low() <= 0 && change.high() >= 0) {
            return;
        }
        items.add(new OverviewItem(
                "closing",
                change.value() > 0 ? Section.CHANGED : Section.AT_RISK,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "Les besoins satisfaits en " + LoopTrend.DAYS + " jours passent de "
                                + in.percent(trend.early().value()) + " à "
                                + in.percent(trend.late().value()) + "."
                        : "Needs met within " + LoopTrend.DAYS + " days go from "
                                + in.percent(trend.early().value()) + " to "
                                + in.percent(trend.late().value()) + "."),
                Bilingual.of(in ->
                        Certainty.points(trend.early().value(), trend.late().value(), in) + " points"),
                change.value(),
                Certainty.apart(change.low(), change.high()),
                OverviewItem.effect(trend.early().value(), trend.late().value()),
                askers(late),
                List.of(),
                "#/loops",
                "{ loopFigures(by: MONTH, "
                        + window(new Window(ask.before().from(), ask.window().to()))
                        + ") { whole { figures { trend { days early { value } late { value } change { value low high }"
                        + " } } } } }"));
    }

    private static List<Loop> oldEnough(List<Loop> loops, Instant youngest) {
        return loops.stream().filter(loop -> !loop.openedAt().isAfter(youngest)).toList();
    }

    private static int askers(List<Loop> loops) {
        return (int) loops.stream().map(Loop::askerId).distinct().count();
    }

    private static void closers(List<Loop> loops, LoopGround ground, Ask ask, List<OverviewItem> items) {
        List<Closer> closers = LoopClosers.of(loops, ground);
        int known = 0;
        Set<String> helped = new HashSet<>();
        for (Loop loop : loops) {
            Boolean across = ground.closedAcross(loop);
            known += across == null ? 0 : 1;
            if (Boolean.TRUE.equals(across)) {
                helped.add(loop.askerId());
            }
        }
        int across = (int) loops.stream()
                .filter(loop -> Boolean.TRUE.equals(ground.closedAcross(loop)))
                .count();
        Estimate share = LoopStatistics.share(across, known);
        long people = closers.stream().filter(closer -> closer.across() > 0).count();
        if (share == null || across == 0 || people < ask.peopleMin() || helped.size() < ask.peopleMin()) {
            return;
        }
        List<Person> who = closers.stream()
                .filter(closer -> closer.across() > 0)
                .sorted(java.util.Comparator.comparingInt(Closer::across)
                        .reversed()
                        .thenComparing(Closer::personId))
                .limit(OverviewItem.WHO_MAX)
                .flatMap(closer -> ground.chart().person(closer.personId()).stream())
                .toList();
        int met = across;
        items.add(new OverviewItem(
                "closers",
                Section.THANKS,
                Bilingual.of(in -> in == Language.FRENCH
                        ? in.number((double) people, 0) + " personnes ont satisfait " + in.number(met, 0)
                                + " besoins de collègues d'autres unités, soit " + in.percent(share.value())
                                + " des besoins satisfaits par quelqu'un d'autre."
                        : in.number((double) people, 0) + " people met " + in.number(met, 0)
                                + " needs of colleagues of other units, " + in.percent(share.value())
                                + " of those that somebody else met."),
                Bilingual.of(in -> in.number(met, 0)),
                met,
                Certainty.within(share.low(), share.high()),
                share.value(),
                helped.size(),
                who,
                "#/loops",
                "{ loopFigures(" + window(ask.window())
                        + ") { whole { figures { closed acrossShare { value low high } } } } }"));
    }
}
