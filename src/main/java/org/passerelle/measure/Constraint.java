package org.passerelle.measure;

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
 * <p>Time O(sum of the squared numbers of contacts), shared among threads; memory O(n + m), and n numbers a
 * thread. A contact is anybody tied either way. Without contacts: NaN everywhere. One contact: constraint 1,
 * effective size 1, hierarchy 1.
 */
public final class Constraint {
    /*
     * Each person is computed alone, from their own row and those of their contacts: nothing is shared but the
     * ties, so threads need no locks and the order of every sum is the same for any number of them. A contact's
     * row is mostly people the person does not know; one comparison of a mark dismisses each, and only what
     * passes it touches strengths.
     */
    private Constraint() {}

    /**
     * Strengths and directions count; there is nothing else to choose.
     *
     * @param threads how many work at once; the answer is the same for any number
     */
    public record Parameters(int threads) {
        /** Refuses to work without threads. */
        public Parameters {
            Crew.checkThreads(threads);
        }

        /** Every processor. */
        public static Parameters defaults() {
            return new Parameters(Crew.everyProcessor());
        }

        /** The same on so many threads. */
        public Parameters withThreads(int number) {
            return new Parameters(number);
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
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every part that is done. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        TieGraph ties = graph.undirected();
        int people = ties.people();
        double[] perTotal = new double[people];
        double[] perLargest = new double[people];
        for (int vertex = 0; vertex < people; vertex++) {
            double total = 0;
            double largest = 0;
            for (int slot = ties.rowStart(vertex); slot < ties.rowEnd(vertex); slot++) {
                total += ties.strength(slot);
                largest = Math.max(largest, ties.strength(slot));
            }
            perTotal[vertex] = 1 / total;
            perLargest[vertex] = 1 / largest;
        }
        Result result = new Result(
                new double[people], new double[people], new double[people], new double[people], new double[people]);
        int[] ranges = Rows.ranges(ties.offsets());
        try (Crew crew = Crew.forSlots(parameters.threads(), ties.neighbours().length)) {
            crew.each(ranges.length - 1, progress, () -> {
                Surroundings surroundings = new Surroundings(ties, perTotal, perLargest);
                return range -> {
                    for (int ego = ranges[range]; ego < ranges[range + 1]; ego++) {
                        surroundings.measure(ego, result);
                    }
                };
            });
        }
        return result;
    }

    /** One thread's view of a person and their contacts. */
    private static final class Surroundings {
        private final TieGraph ties;
        private final double[] perTotal;
        private final double[] perLargest;
        /** For a contact of the person in view its place in the person's row, counted from 1; otherwise 0. */
        private final int[] places;
        /** By place: p(ego, contact), and what the other contacts add to it. */
        private double[] direct = new double[16];

        private double[] invested = new double[16];

        Surroundings(TieGraph ties, double[] perTotal, double[] perLargest) {
            this.ties = ties;
            this.perTotal = perTotal;
            this.perLargest = perLargest;
            this.places = new int[ties.people()];
        }

        void measure(int ego, Result result) {
            int from = ties.rowStart(ego);
            int contacts = ties.degree(ego);
            if (direct.length <= contacts) {
                direct = new double[2 * contacts];
                invested = new double[2 * contacts];
            }
            for (int place = 1; place <= contacts; place++) {
                places[ties.neighbour(from + place - 1)] = place;
                direct[place] = ties.strength(from + place - 1) * perTotal[ego];
                invested[place] = direct[place];
            }
            double redundancy = 0;
            int tiesAmongTwice = 0;
            for (int place = 1; place <= contacts; place++) {
                int over = ties.neighbour(from + place - 1);
                double step = direct[place] * perTotal[over];
                double repeated = 0;
                for (int slot = ties.rowStart(over); slot < ties.rowEnd(over); slot++) {
                    int contact = places[ties.neighbour(slot)];
                    if (contact > 0) {
                        invested[contact] += step * ties.strength(slot);
                        repeated += direct[contact] * ties.strength(slot);
                        tiesAmongTwice++;
                    }
                }
                redundancy += repeated * perLargest[over];
            }
            for (int slot = from; slot < from + contacts; slot++) {
                places[ties.neighbour(slot)] = 0;
            }
            result.effectiveSize[ego] = contacts == 0 ? Double.NaN : contacts - redundancy;
            result.efficiency[ego] = result.effectiveSize[ego] / contacts;
            result.effectiveSizeBorgatti[ego] = contacts - (double) tiesAmongTwice / contacts;
            sumUp(ego, contacts, result);
        }

        private void sumUp(int ego, int contacts, Result result) {
            double constraint = 0;
            for (int place = 1; place <= contacts; place++) {
                constraint += invested[place] * invested[place];
            }
            double inequality = 0;
            for (int place = 1; place <= contacts; place++) {
                double ratio = invested[place] * invested[place] * contacts / constraint;
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
}
