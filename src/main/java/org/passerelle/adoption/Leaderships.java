package org.passerelle.adoption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.adoption.LeaderWeeks.Place;
import org.passerelle.adoption.LeadershipEffect.PlaceEffect;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.ManyTests;
import org.passerelle.measure.MatchedWeeks;
import org.passerelle.measure.MatchedWeeks.Parameters;
import org.passerelle.measure.MatchedWeeks.Result;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Group;

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

    private static String absent(FigureState state, int leaders, int weeks) {
        if (state == FigureState.SUPPRESSED) {
            return "Too few people lead, or began, to tell: ask with a larger `leaderDepth`.";
        }
        return leaders == 0
                ? "No reporting lines were loaded, so nobody is known to lead."
                : String.format(
                        Locale.ROOT,
                        "The leadership began something in %d weeks that have others like them; fewer than %d say nothing.",
                        weeks,
                        WEEKS_MIN);
    }

    private static String sentence(Result result) {
        String interval = Double.isNaN(result.difference().low())
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", 95 %% interval %+.2f to %+.2f",
                        result.difference().low(),
                        result.difference().high());
        String verdict = result.p() >= 0.05
                ? "No association can be told from chance"
                : result.difference().value() > 0
                        ? "An association, no proof of a cause"
                        : "Fewer begin, an association, no proof of a cause";
        return String.format(
                Locale.ROOT,
                "%s: in the week after the leadership began something %.2f people contributed for the first time in the same"
                        + " place, in similar weeks %.2f (difference %+.2f%s, p = %.4f, %d weeks).",
                verdict,
                result.after(),
                result.others(),
                result.difference().value(),
                interval,
                result.p(),
                result.sets());
    }
}
