package org.passerelle.adoption;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.Dimension;
import org.passerelle.network.Language;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/**
 * Who comes and stays, offered to the overview: whether newcomers come back as they did in the window before (the
 * difference's interval by Newcombe's tenth, from the intervals of Kaplan and Meier's curves), and what follows when the
 * leadership begins something.
 */
@Component
final class AdoptionItems implements OverviewItems {
    private static final int UNIT_DEPTH = 3;
    private static final int LEADER_DEPTH = 2;
    private static final int RETURN_DAYS = 30;
    private static final int NEWCOMERS_MIN = 10;
    private static final double CHANCE_MAX = 0.05;

    private final ContributionTimes times;

    AdoptionItems(ContributionTimes times) {
        this.times = times;
    }

    @Override
    public Offers offers(Ask ask) {
        List<OverviewItem> items = new ArrayList<>();
        try {
            int newcomers = newcomers(ask, items);
            leadership(ask, items);
            return new Offers(items, List.of(new Bilingual(newcomers + " newcomers", newcomers + " nouveaux venus")));
        } catch (ContributionTimes.TooMany _) {
            // The other questions still have something to say; the page says what was not looked at.
            return new Offers(
                    List.of(),
                    List.of(new Bilingual(
                            "no newcomers (too many contributions)", "aucun nouveau venu (trop de contributions)")));
        }
    }

    private AdoptionGround ground(Ask ask, Window window) {
        AdoptionQuestion question = new AdoptionQuestion(
                Dimension.UNIT,
                UNIT_DEPTH,
                AdoptionQuestion.wholeMonths(window),
                Set.of(),
                LEADER_DEPTH,
                ask.peopleMin());
        return AdoptionGround.of(ask.snapshot(), times.of(ask.snapshot()), question);
    }

    private int newcomers(Ask ask, List<OverviewItem> items) {
        Survival before = Newcomers.compute(ground(ask, ask.before())).all();
        Survival now = Newcomers.compute(ground(ask, ask.window())).all();
        Integer people = now.newcomers();
        Integer earlier = before.newcomers();
        Estimate early = returned(before);
        Estimate late = returned(now);
        if (early != null
                && late != null
                && people != null
                && earlier != null
                && Math.min(people, earlier) >= NEWCOMERS_MIN) {
            Estimate change = difference(early, late);
            if (change.low() > 0 || change.high() < 0) {
                items.add(returns(early, late, change, people, ask.window()));
            }
        }
        return people == null ? 0 : people;
    }

    private static @Nullable Estimate returned(Survival survival) {
        return survival.returned().stream()
                .filter(point -> point.days() == RETURN_DAYS)
                .findFirst()
                .map(SurvivalPoint::share)
                .orElse(null);
    }

    static Estimate difference(Estimate early, Estimate late) {
        double change = late.value() - early.value();
        return Estimate.holding(
                change,
                change - Math.hypot(late.value() - late.low(), early.high() - early.value()),
                change + Math.hypot(late.high() - late.value(), early.value() - early.low()));
    }

    private static OverviewItem returns(Estimate early, Estimate late, Estimate change, int people, Window window) {
        return new OverviewItem(
                "newcomers",
                change.value() < 0 ? Section.AT_RISK : Section.CHANGED,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "La part des nouveaux venus qui reviennent en " + RETURN_DAYS + " jours passe de "
                                + in.percent(early.value()) + " à " + in.percent(late.value()) + "."
                        : "The share of newcomers who come back within " + RETURN_DAYS + " days goes from "
                                + in.percent(early.value()) + " to " + in.percent(late.value()) + "."),
                Bilingual.of(in -> Certainty.points(early.value(), late.value(), in) + " points"),
                change.value(),
                Certainty.apart(change.low(), change.high()),
                OverviewItem.effect(early.value(), late.value()),
                people,
                List.of(),
                "#/adoption",
                "{ adoption(window: {from: \"" + window.from() + "\", to: \"" + window.to()
                        + "\"}) { newcomers { newcomers returned { days share { value low high } } } } }");
    }

    /** Over both windows: too few weeks of the kind in one. */
    private void leadership(Ask ask, List<OverviewItem> items) {
        Window both = new Window(ask.before().from(), ask.window().to());
        LeadershipEffect effect = Leaderships.compute(ground(ask, both));
        Double after = effect.after();
        Double otherwise = effect.otherwise();
        Double p = effect.p();
        if (after == null || otherwise == null || p == null || p >= CHANCE_MAX || after <= otherwise) {
            return;
        }
        items.add(new OverviewItem(
                "leadership",
                Section.CHANGED,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "Quand la direction lance un sujet, " + in.number(after, 1)
                                + (after < 2 ? " personne par semaine s'exprime" : " personnes par semaine s'expriment")
                                + " pour la première fois au même endroit, contre "
                                + in.number(otherwise, 1)
                                + " les semaines semblables (association, pas preuve de cause)."
                        : "When the leadership begins something, " + in.number(after, 1)
                                + " people a week contribute for the first time in the same place, against "
                                + in.number(otherwise, 1) + " in weeks like it (association, no proof of cause)."),
                Bilingual.of(in -> "+" + in.number(after - otherwise, 1)),
                after - otherwise,
                Certainty.testedAlone(p),
                OverviewItem.effect(after, otherwise),
                (int) Math.round(after * effect.weeks()),
                List.of(),
                "#/adoption",
                "{ adoption(window: {from: \"" + both.from() + "\", to: \"" + both.to()
                        + "\"}) { leadership { weeks after otherwise difference { value low high } p summary } } }"));
    }
}
