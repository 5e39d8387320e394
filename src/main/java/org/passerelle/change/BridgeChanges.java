package org.passerelle.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.PathShares;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.Window;

/**
 * Which bridges appeared and which vanished: people among the {@value #FIRST} through whom most shortest paths between
 * groups pass in one window, who are not among the first {@value #APART} in the other. The wide gap between the two is on
 * purpose: ranks near each other change places by chance. Nothing more is tested here; a person is in the group held
 * longest in the window.
 */
public final class BridgeChanges {
    static final int FIRST = 10;
    static final int APART = 30;

    private BridgeChanges() {}

    /** Those who appeared in order of their place after, then those who vanished in order of their place before. */
    public static List<BridgeChange> compute(NetworkSnapshot snapshot, ComparisonQuestion question) {
        double[] before = shares(snapshot, question, question.before());
        double[] after = shares(snapshot, question, question.after());
        int[] placesBefore = places(before);
        int[] placesAfter = places(after);
        List<BridgeChange> changes = new ArrayList<>();
        for (boolean appeared : new boolean[] {true, false}) {
            int[] here = appeared ? placesAfter : placesBefore;
            int[] there = appeared ? placesBefore : placesAfter;
            IntStream.range(0, before.length)
                    .filter(vertex -> here[vertex] <= FIRST && there[vertex] > APART)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer vertex) -> here[vertex]))
                    .forEach(vertex -> changes.add(new BridgeChange(
                            snapshot.person(vertex),
                            appeared,
                            rank(placesBefore[vertex]),
                            rank(placesAfter[vertex]),
                            before[vertex],
                            after[vertex],
                            summary(appeared, before[vertex], after[vertex], here[vertex]))));
        }
        return changes;
    }

    private static double[] shares(NetworkSnapshot snapshot, ComparisonQuestion question, Window window) {
        int[] groups = snapshot.history(question.dimension(), question.unitDepth(), window)
                .mainGrouping()
                .assignment();
        return PathShares.compute(
                        snapshot.graph(TieFilter.of(window)).undirected(),
                        PathShares.Parameters.defaults().acrossGroups(groups))
                .shares();
    }

    /** Everybody's place from 1, of equals in order of id; the last place of all for people on no path. */
    private static int[] places(double[] shares) {
        int[] places = new int[shares.length];
        Arrays.fill(places, Integer.MAX_VALUE);
        int[] order = IntStream.range(0, shares.length)
                .filter(vertex -> shares[vertex] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer vertex) -> -shares[vertex]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place + 1;
        }
        return places;
    }

    private static @Nullable Integer rank(int place) {
        return place == Integer.MAX_VALUE ? null : place;
    }

    private static Bilingual summary(boolean appeared, double before, double after, int place) {
        return Bilingual.of(in -> {
            String first = Wording.percent(before, 1, in);
            String second = Wording.percent(after, 1, in);
            if (in == Language.FRENCH) {
                return appeared
                        ? "Désormais à la place " + place + " de ceux qui relient les groupes\u00a0: porte " + second
                                + " des plus courts chemins entre eux, auparavant " + first + "."
                        : "Était à la place " + place + " de ceux qui relient les groupes\u00a0: portait " + first
                                + " des plus courts chemins entre eux, désormais " + second + ".";
            }
            return appeared
                    ? "Now in place " + place + " of those who link groups: carries " + second
                            + " of the shortest paths between them, before " + first + "."
                    : "Was in place " + place + " of those who link groups: carried " + first
                            + " of the shortest paths between them, now " + second + ".";
        });
    }
}
