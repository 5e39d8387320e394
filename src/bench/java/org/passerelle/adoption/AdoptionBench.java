package org.passerelle.adoption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.passerelle.demonstration.InventedNetwork;
import org.passerelle.demonstration.InventedOrganisation.Parameters;
import org.passerelle.demonstration.InventedOrganisation.Switches;
import org.passerelle.demonstration.Pattern;
import org.passerelle.network.Dimension;

/**
 * Whether the sponsor that was planted is found and none where none is, over invented companies; how often neighbours are
 * said to convert one another where nobody does; and how long it takes. Arguments: number of seeds and of people.
 */
public final class AdoptionBench {
    private AdoptionBench() {}

    /** Prints a line for each company and REPORT lines over all of them. */
    public static void main(String[] arguments) throws IOException {
        int seeds = Integer.parseInt(arguments[0]);
        int people = Integer.parseInt(arguments[1]);
        Path directory = Files.createTempDirectory("adoption");
        report("planted", seeds, people, Switches.all(), directory);
        report("left out", seeds, people, Switches.all().without(Pattern.LEADER), directory);
    }

    private static void report(String what, int seeds, int people, Switches switches, Path directory)
            throws IOException {
        int found = 0;
        int placed = 0;
        int wrong = 0;
        int contagious = 0;
        int converters = 0;
        double slowest = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            InventedNetwork network = InventedNetwork.of(new Parameters(people, seed, switches), directory);
            AdoptionQuestion question = new AdoptionQuestion(
                    Dimension.UNIT,
                    0,
                    AdoptionQuestion.wholeMonths(network.snapshot().extent()),
                    Set.of(),
                    2,
                    1);
            long start = System.nanoTime();
            AdoptionGround ground = AdoptionGround.of(network.snapshot(), network.said(), question);
            LeadershipEffect effect = Adoption.compute(ground).leadership();
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
            Conversions.Result conversions = Conversions.compute(ground, Neighbourhood.UNIT);
            Double p = effect.p();
            found += p != null && p < 0.05 ? 1 : 0;
            placed += (int) effect.places().stream()
                    .filter(place -> place.adjusted() != null && place.adjusted() < 0.05)
                    .filter(AdoptionBench::isTheSquare)
                    .count();
            wrong += (int) effect.places().stream()
                    .filter(place -> place.adjusted() != null && place.adjusted() < 0.05)
                    .filter(place -> !isTheSquare(place))
                    .count();
            Double contagion = conversions.contagion().p();
            contagious += contagion != null && contagion < 0.05 ? 1 : 0;
            converters += conversions.converters().size();
            System.out.printf(
                    Locale.ROOT,
                    "seed %d, sponsor %s: %s%n",
                    seed,
                    what,
                    effect.summary().english());
            System.out.printf(
                    Locale.ROOT, "  %s%n", conversions.contagion().summary().english());
        }
        System.out.printf(
                Locale.ROOT,
                "REPORT sponsor %s, %d people: association in %d of %d companies, in the community of the posts in %d, in"
                        + " %d others; contagion in %d, converters %d; slowest answer %.2f s%n",
                what,
                people,
                found,
                seeds,
                placed,
                wrong,
                contagious,
                converters,
                slowest);
    }

    /** The community in which the planted leader posts. */
    private static boolean isTheSquare(LeadershipEffect.PlaceEffect place) {
        return place.community() != null && place.community().id().equals("community:ameliorations");
    }
}
