package org.passerelle.measure;

/**
 * {@link LaneSearch}es that tell every vertex how far the sources are. Nobody asks which searches arrive, only how many:
 * the number of steps is added to the vertex where they arrive, not to the source where they began. Over reversed ties
 * these are the steps from the vertex to the sources.
 */
final class ReachLanes implements Stripes.Kernel {
    private final LaneSearch search;
    private final int people;

    /**
     * A kernel for {@link Stripes} whose source number i is the batch of vertices 64 i to 64 i + 63. It adds,
     * in three places for vertex v: at v the sources other than v that reach it, at n + v their steps, at 2 n + v the
     * sum of 1 / steps.
     *
     * @param rows ties the searches follow
     * @param reversed the same from their other ends
     */
    ReachLanes(SearchRows rows, SearchRows reversed) {
        this.search = new LaneSearch(rows, reversed);
        this.people = rows.people();
    }

    @Override
    public void add(int batch, double[] sums) {
        int first = batch * LaneSearch.LANES;
        int sources = Math.min(LaneSearch.LANES, people - first);
        search.start(sources);
        for (int lane = 0; lane < sources; lane++) {
            search.source(lane, first + lane);
        }
        for (int steps = 1; search.advance(); steps++) {
            for (int index = 0; index < search.size(); index++) {
                int vertex = search.vertex(index);
                int arrived = Long.bitCount(search.arrived(vertex));
                sums[vertex] += arrived;
                sums[people + vertex] += (double) arrived * steps;
                sums[2 * people + vertex] += (double) arrived / steps;
            }
        }
    }
}
