package org.passerelle.adoption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.adoption.LeaderWeeks.Place;
import org.passerelle.adoption.LeadershipEffect.PlaceEffect;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.ManyTests;
import org.passerelle.measure.MatchedWeeks;
import org.passerelle.measure.MatchedWeeks.Parameters;
import org.passerelle.measure.MatchedWeeks.Result;
import org.passerelle.network.Bilingual;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Group;
import org.passerelle.network.Language;

/**
 * Whether more people contribute for the first time in the week after the leadership began something, in the same place
 * ({@link LeaderWeeks}), than in matched weeks ({@link MatchedWeeks}). An association and no more: the leadership may speak
 * when something is going on anyway. The leadership is a group too: below the floor nothing is told of it.
 */
final class Leaderships {
    static final int WEEKS_MIN = 5;
    static final int PLACE_WEEKS_MIN = 3;
    static final int PLACES_MAX = 20;

    private Leaderships() {}

    static LeadershipEffect compute(AdoptionGround ground) {
        LeaderWeeks weeks = new LeaderWeeks(ground);
        int leaders = weeks.leaders();
        List<Place> places = weeks.places();
        List<MatchedWeeks.MatchedSet> sets =
                places.stream().flatMap(place -> place.sets().stream()).toList();
        int unmatched = places.stream().mapToInt(Place::unmatched).sum();
        int peopleMin = ground.question.peopleMin();
        int counted = places.stream().mapToInt(Place::firstContributors).sum();
        FigureState state = state(leaders, sets.size(), counted, peopleMin);
        if (state != FigureState.SHOWN) {
            return new LeadershipEffect(
                    state,
                    leaders,
                    sets.size(),
                    unmatched,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    absent(state, leaders, sets.size()));
        }
        Result result = MatchedWeeks.compute(sets, Parameters.defaults());
        return new LeadershipEffect(
                state,
                leaders,
                sets.size(),
                unmatched,
                result.after(),
                result.others(),
                estimate(result),
                result.p(),
                effects(places, ground),
                sentence(result));
    }

    private static FigureState state(int leaders, int weeks, int counted, int peopleMin) {
        if (leaders == 0 || weeks < WEEKS_MIN) {
            return FigureState.NO_DATA;
        }
        return leaders < peopleMin ? FigureState.SUPPRESSED : FigureState.ofCount(counted, peopleMin);
    }

    private static @Nullable Estimate estimate(Result result) {
        double low = result.difference().low();
        return Double.isNaN(low)
                ? null
                : Estimate.holding(
                        result.difference().value(), low, result.difference().high());
    }

    private static List<PlaceEffect> effects(List<Place> places, AdoptionGround ground) {
        List<Place> judged = places.stream()
                .filter(place -> place.sets().size() >= PLACE_WEEKS_MIN)
                .toList();
        List<Result> results = judged.stream()
                .map(place -> MatchedWeeks.compute(place.sets(), Parameters.defaults()))
                .toList();
        double[] adjusted = ManyTests.falseDiscoveries(
                results.stream().mapToDouble(Result::p).toArray());
        List<PlaceEffect> effects = new ArrayList<>();
        for (int place = 0; place < judged.size(); place++) {
            effects.add(effect(judged.get(place), results.get(place), adjusted[place], ground));
        }
        effects.sort(Comparator.comparingDouble(Leaderships::adjusted)
                .thenComparing(
                        Comparator.comparingDouble(Leaderships::difference).reversed())
                .thenComparing(effect -> id(effect.community())));
        return effects.subList(0, Math.min(PLACES_MAX, effects.size()));
    }

    /** What is withheld comes last. */
    private static double adjusted(PlaceEffect effect) {
        Double adjusted = effect.adjusted();
        return adjusted == null ? 2 : adjusted;
    }

    private static double difference(PlaceEffect effect) {
        Double after = effect.after();
        Double otherwise = effect.otherwise();
        return after == null || otherwise == null ? 0 : after - otherwise;
    }

    private static String id(@Nullable Group community) {
        return community == null ? "" : community.id();
    }

    private static PlaceEffect effect(Place place, Result result, double adjusted, AdoptionGround ground) {
        Group community = place.community() == DatedContributions.NONE
                ? null
                : ground.snapshot
                        .chart()
                        .group(ground.said.communityIds().get(place.community()))
                        .orElse(null);
        FigureState state = FigureState.ofCount(place.firstContributors(), ground.question.peopleMin());
        return state == FigureState.SHOWN
                ? new PlaceEffect(
                        community, state, result.sets(), result.after(), result.others(), result.p(), adjusted)
                : new PlaceEffect(community, state, result.sets(), null, null, null, null);
    }

    private static Bilingual absent(FigureState state, int leaders, int weeks) {
        if (state == FigureState.SUPPRESSED) {
            return new Bilingual(
                    "Too few people lead, or began, to tell: count more levels as leadership (`leaderDepth`).",
                    "Trop peu de dirigeants, ou de premières contributions, pour donner un chiffre : comptez plus de niveaux"
                            + " dans la direction (`leaderDepth`).");
        }
        return leaders == 0
                ? new Bilingual(
                        "No reporting lines were loaded, so nobody is known to lead.",
                        "Aucun lien hiérarchique n'a été chargé : on ne sait pas qui dirige.")
                : new Bilingual(
                        "The leadership began something in " + weeks + " weeks that have others like them; fewer than "
                                + WEEKS_MIN + " say nothing.",
                        "Semaines comparables où la direction a ouvert un fil : " + weeks + ". À moins de " + WEEKS_MIN
                                + ", on ne peut rien en dire.");
    }

    private static Bilingual sentence(Result result) {
        return Bilingual.of(in -> verdict(result, in) + (in == Language.FRENCH ? " ; " : ": ") + figures(result, in));
    }

    private static String verdict(Result result, Language in) {
        boolean french = in == Language.FRENCH;
        if (result.p() >= 0.05) {
            return french ? "Aucun effet qui se distingue du hasard" : "No association can be told from chance";
        }
        if (result.difference().value() > 0) {
            return french
                    ? "Prises de parole et premières contributions vont ensemble, sans que ce soit la preuve d'une cause"
                    : "An association, no proof of a cause";
        }
        return french
                ? "Moins de personnes se lancent, sans que ce soit la preuve d'une cause"
                : "Fewer begin, an association, no proof of a cause";
    }

    private static String figures(Result result, Language in) {
        boolean french = in == Language.FRENCH;
        String interval = Double.isNaN(result.difference().low())
                ? ""
                : (french ? ", intervalle à 95\u00a0% de " : ", 95% interval ")
                        + in.signed(result.difference().low(), 2)
                        + (french ? " à " : " to ")
                        + in.signed(result.difference().high(), 2);
        String after = in.number(result.after(), 2);
        String others = in.number(result.others(), 2);
        String difference = in.signed(result.difference().value(), 2) + interval;
        String p = in.number(result.p(), 4);
        return french
                ? "premières contributions au même endroit dans la semaine qui suit un fil ouvert par la direction : "
                        + after
                        + ", contre " + others + " dans des semaines semblables (écart " + difference + ", p = " + p
                        + ", " + result.sets() + " semaines)."
                : "in the week after the leadership began something " + after
                        + " people contributed for the first time in the same place, in similar weeks " + others
                        + " (difference " + difference + ", p = " + p + ", " + result.sets() + " weeks).";
    }
}
