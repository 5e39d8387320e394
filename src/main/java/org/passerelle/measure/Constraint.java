package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;

/**
 * How far a person's contacts are tied among themselves, so that they tell the person the same things: high
 * constraint is a closed circle, low constraint and many effective contacts are a person between circles, who
 * hears first and can carry ideas across.
 *
 * <p>With a(i,j) the strength from i to j and p(i,j) = (a(i,j) + a(j,i)) / sum over k of (a(i,k) + a(k,i)):
 * <ul>
 *   <li>constraint(i) = sum over contacts j of c(i,j), c(i,j) = (p(i,j) + sum over q of p(i,q) p(q,j))²
 *   <li>effective size(i) = sum over contacts j of (1 - sum over q of p(i,q) m(j,q)), m(j,q) = (a(j,q) + a(q,j))
 *       / the largest such sum of j; efficiency is its share of the number of contacts
 *   <li>hierarchy(i) = sum over j of r ln r / (N ln N), r = c(i,j) / (constraint(i) / N): 1 when all constraint
 *       comes from one contact
 * </ul>
 * Ronald Burt, Structural Holes, 1992, doi:10.4159/9780674038714, chapter 2. Borgatti's effective size
 * (Connections 20(1), 1997), N - 2t / N with t ties among the contacts, is given apart: the two agree
 * where all strengths are equal and without direction.
 *
 * <p>Time O(sum over ties of the degree of an end), memory O(n + m). A contact is anybody tied either way. Without
 * contacts: NaN everywhere. One contact: constraint 1, effective size 1, hierarchy 1.
 */
public final class Constraint {
    private Constraint() {}

    /** Nothing to choose: strengths and directions count. */
    public record Parameters() {
        /** Nothing to choose. */
        public static Parameters defaults() {
            return new Parameters();
        }
    }

    /**
     * The answer, by vertex.
     *
     * @param constraint Burt's constraint; above 1 in small closed circles
     * @param effectiveSize Burt's effective size, 1 to the number of contacts
     * @param efficiency effective size over number of contacts
     * @param hierarchy how far the constraint comes from one contact, 0 to 1
     * @param effectiveSizeBorgatti Borgatti's simplification, blind to strength and direction
     */
    public record Result(
            double[] constraint,
            double[] effectiveSize,
            double[] efficiency,
            double[] hierarchy,
            double[] effectiveSizeBorgatti) {}

    /** Burt's measures for everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        TieGraph ties = graph.undirected();
        int people = ties.people();
        double[] total = new double[people];
        double[] largest = new double[people];
        for (int vertex = 0; vertex < people; vertex++) {
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                total[vertex] += ties.strength(slot);
                largest[vertex] = Math.max(largest[vertex], ties.strength(slot));
            }
        }
        Result result = new Result(
                new double[people], new double[people], new double[people], new double[people], new double[people]);
        double[] invested = new double[people];
        double[] direct = new double[people];
        int[] contactOf = new int[people];
        Arrays.fill(contactOf, -1);
        for (int ego = 0; ego < people; ego++) {
            int from = ties.rowStart(ego);
            int until = ties.rowEnd(ego);
            for (int slot = from; slot < until; slot++) {
                contactOf[ties.neighbour(slot)] = ego;
                direct[ties.neighbour(slot)] = ties.strength(slot) / total[ego];
                invested[ties.neighbour(slot)] = direct[ties.neighbour(slot)];
            }
            double redundancy = 0;
            int tiesAmongTwice = 0;
            for (int slot = from; slot < until; slot++) {
                int over = ties.neighbour(slot);
                for (int inner = ties.rowStart(over); inner < ties.rowEnd(over); inner++) {
                    int contact = ties.neighbour(inner);
                    if (contactOf[contact] == ego) {
                        invested[contact] += direct[over] * ties.strength(inner) / total[over];
                        redundancy += direct[contact] * ties.strength(inner) / largest[over];
                        tiesAmongTwice++;
                    }
                }
            }
            int contacts = until - from;
            result.effectiveSize[ego] = contacts == 0 ? Double.NaN : contacts - redundancy;
            result.efficiency[ego] = result.effectiveSize[ego] / contacts;
            result.effectiveSizeBorgatti[ego] = contacts - (double) tiesAmongTwice / contacts;
            sumUp(result, ego, ties, invested);
        }
        return result;
    }

    private static void sumUp(Result result, int ego, TieGraph ties, double[] invested) {
        int contacts = ties.degree(ego);
        double constraint = 0;
        for (int slot = ties.rowStart(ego); slot < ties.rowEnd(ego); slot++) {
            constraint += invested[ties.neighbour(slot)] * invested[ties.neighbour(slot)];
        }
        double inequality = 0;
        for (int slot = ties.rowStart(ego); slot < ties.rowEnd(ego); slot++) {
            double part = invested[ties.neighbour(slot)] * invested[ties.neighbour(slot)];
            double ratio = part * contacts / constraint;
            inequality += ratio * Math.log(ratio);
        }
        result.constraint[ego] = contacts == 0 ? Double.NaN : constraint;
        result.hierarchy[ego] = switch (contacts) {
            case 0 -> Double.NaN;
            case 1 -> 1;
            // Equal parts give a sum that rounding may leave just below 0.
            default -> Math.max(0, inequality / (contacts * Math.log(contacts)));
        };
    }
}
