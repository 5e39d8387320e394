package org.passerelle.measure;

import org.passerelle.network.TieGraph;

/**
 * How many separate circles a person's contacts fall into: the connected components among the contacts once
 * the person is taken away. For an organisation, somebody whose contacts form many circles hears from many
 * sides and is likelier to take up something new than somebody with as many contacts in one circle.
 *
 * <p>Johan Ugander, Lars Backstrom, Cameron Marlow and Jon Kleinberg, Structural diversity in social
 * contagion, 2012, doi:10.1073/pnas.1116502109. Circles of a single contact count too, as in the paper; {@code
 * circlesOfSeveral} leaves them out. A contact is anybody tied either way; strength plays no part.
 *
 * <p>Time O(sum of the squared numbers of contacts), shared among threads; memory O(n), and n numbers a
 * thread. Empty graph: nothing. Without contacts: 0. Two islands do not touch each other's figures.
 */
public final class StructuralDiversity {
    /*
     * Each person is computed alone: their contacts are numbered, and every tie between two of them joins
     * their circles in a forest over those numbers. A tie is looked at from its lower end only, so a contact's
     * row is read from its own place on.
     */
    private StructuralDiversity() {}

    /**
     * Nothing to choose but the pace.
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
     * @param circles connected components among the contacts
     * @param circlesOfSeveral those of at least two contacts
     */
    public record Result(int[] circles, int[] circlesOfSeveral) {}

    /** Structural diversity of everybody. */
    public static Result compute(TieGraph graph, Parameters parameters) {
        return compute(graph, parameters, Progress.NONE);
    }

    /** The same; the listener hears of every part that is done. */
    public static Result compute(TieGraph graph, Parameters parameters, Progress progress) {
        TieGraph ties = graph.undirected();
        Result result = new Result(new int[ties.people()], new int[ties.people()]);
        int[] firstAbove = firstAbove(ties);
        int[] ranges = Rows.ranges(ties.offsets());
        try (Crew crew = Crew.forSlots(parameters.threads(), ties.neighbours().length)) {
            crew.each(ranges.length - 1, progress, () -> {
                Contacts contacts = new Contacts(ties, firstAbove);
                return range -> {
                    for (int ego = ranges[range]; ego < ranges[range + 1]; ego++) {
                        contacts.measure(ego, result);
                    }
                };
            });
        }
        return result;
    }

    /** For every vertex the first slot whose other end is above it. */
    private static int[] firstAbove(TieGraph ties) {
        int[] slots = new int[ties.people()];
        for (int vertex = 0; vertex < slots.length; vertex++) {
            // A vertex is not in its own row: the search tells where it would be.
            slots[vertex] = -1 - ties.slot(vertex, vertex);
        }
        return slots;
    }

    /** One thread's view of a person's contacts. */
    private static final class Contacts {
        private final TieGraph ties;
        private final int[] firstAbove;
        /** For a contact of the person in view its place in the person's row, counted from 1; otherwise 0. */
        private final int[] places;
        /** By place: another contact of the same circle, or itself at the circle's root. */
        private int[] joined = new int[16];

        private int[] sizes = new int[16];

        Contacts(TieGraph ties, int[] firstAbove) {
            this.ties = ties;
            this.firstAbove = firstAbove;
            this.places = new int[ties.people()];
        }

        void measure(int ego, Result result) {
            int from = ties.rowStart(ego) - 1;
            int count = ties.degree(ego);
            if (joined.length <= count) {
                joined = new int[2 * count];
                sizes = new int[2 * count];
            }
            for (int place = 1; place <= count; place++) {
                places[ties.neighbour(from + place)] = place;
                joined[place] = place;
                sizes[place] = 1;
            }
            int circles = count;
            for (int place = 1; place <= count && circles > 1; place++) {
                int contact = ties.neighbour(from + place);
                for (int slot = firstAbove[contact]; slot < ties.rowEnd(contact); slot++) {
                    int other = places[ties.neighbour(slot)];
                    if (other > 0 && join(place, other)) {
                        circles--;
                    }
                }
            }
            int ofSeveral = 0;
            for (int place = 1; place <= count; place++) {
                places[ties.neighbour(from + place)] = 0;
                ofSeveral += joined[place] == place && sizes[place] > 1 ? 1 : 0;
            }
            result.circles[ego] = circles;
            result.circlesOfSeveral[ego] = ofSeveral;
        }

        /** Whether the two were in different circles until now. */
        private boolean join(int place, int other) {
            int root = root(place);
            int otherRoot = root(other);
            if (root == otherRoot) {
                return false;
            }
            int larger = sizes[root] >= sizes[otherRoot] ? root : otherRoot;
            int smaller = root + otherRoot - larger;
            joined[smaller] = larger;
            sizes[larger] += sizes[smaller];
            return true;
        }

        private int root(int place) {
            int at = place;
            while (joined[at] != at) {
                joined[at] = joined[joined[at]];
                at = joined[at];
            }
            return at;
        }
    }
}
