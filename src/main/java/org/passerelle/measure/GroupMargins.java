package org.passerelle.measure;

import java.util.Arrays;
import org.passerelle.network.TieGraph;
import org.passerelle.network.TieGraph.Orientation;

/**
 * Ties that the people's numbers of ties alone would bring between groups, in several versions of a network at once:
 * in version s person v stands {@code copies[v * versions + s]} times, and two people's tie as often as the product.
 * Three sums a group and version are all it takes for any pair of groups.
 */
final class GroupMargins {
    private final boolean directed;
    private final int versions;
    private final double[] out;
    private final double[] in;
    /** By group, what its people's products with themselves would add. */
    private final double[] self;
    /** By version, ties over products. */
    private final double[] scale;

    private GroupMargins(boolean directed, int versions, double[] out, double[] in, double[] self) {
        this.directed = directed;
        this.versions = versions;
        this.out = out;
        this.in = in;
        this.self = self;
        this.scale = new double[versions];
        double[] allOut = new double[versions];
        double[] allIn = new double[versions];
        double[] allSelf = new double[versions];
        for (int place = 0; place < out.length; place++) {
            allOut[place % versions] += out[place];
            allIn[place % versions] += in[place];
            allSelf[place % versions] += self[place];
        }
        // Ties and products are both halved without directions.
        Arrays.setAll(scale, version -> allOut[version] / (allOut[version] * allIn[version] - allSelf[version]));
    }

    /** The network as it is. */
    static GroupMargins observed(TieGraph graph, int[] groups, int[][] members) {
        byte[] once = new byte[groups.length];
        Arrays.fill(once, (byte) 1);
        return of(graph, groups, members, once, 1, 1, Progress.NONE);
    }

    /** Several versions; each group is one piece of work. */
    static GroupMargins of(
            TieGraph graph,
            int[] groups,
            int[][] members,
            byte[] copies,
            int versions,
            int threads,
            Progress progress) {
        boolean directed = graph.orientation() == Orientation.DIRECTED;
        TieGraph back = graph.reversed();
        double[] out = new double[members.length * versions];
        double[] in = directed ? new double[out.length] : out;
        double[] self = new double[out.length];
        Tasks.run(
                members.length,
                threads,
                () -> new Tasks.Worker() {
                    private final int[] forth = new int[versions];
                    private final int[] from = directed ? new int[versions] : forth;

                    @Override
                    public void work(int group) {
                        int first = group * versions;
                        for (int vertex : members[group]) {
                            met(graph, groups, copies, vertex, forth);
                            if (directed) {
                                met(back, groups, copies, vertex, from);
                            }
                            int row = vertex * versions;
                            for (int version = 0; version < versions; version++) {
                                double times = copies[row + version];
                                out[first + version] += times * forth[version];
                                if (directed) {
                                    in[first + version] += times * from[version];
                                }
                                self[first + version] += times * forth[version] * (times * from[version]);
                            }
                        }
                    }
                },
                progress);
        return new GroupMargins(directed, versions, out, in, self);
    }

    /** How many copies of people with a group a person's ties lead to, by version. */
    private static void met(TieGraph graph, int[] groups, byte[] copies, int vertex, int[] met) {
        Arrays.fill(met, 0);
        for (int slot = graph.rowStart(vertex); slot < graph.rowEnd(vertex); slot++) {
            int other = graph.neighbour(slot);
            if (groups[other] >= 0) {
                int row = other * met.length;
                for (int version = 0; version < met.length; version++) {
                    met[version] += copies[row + version];
                }
            }
        }
    }

    /** Expected ties from one group to another in a version. */
    double expected(int from, int to, int version) {
        double products = out[from * versions + version] * in[to * versions + version];
        if (from != to) {
            return products * scale[version];
        }
        double inside = (products - self[from * versions + version]) * scale[version];
        return directed ? inside : inside / 2;
    }
}
