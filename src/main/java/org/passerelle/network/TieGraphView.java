package org.passerelle.network;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.TieGraph.Length;
import org.passerelle.network.TieGraph.Orientation;

/**
 * A {@link TieGraph} as JGraphT sees it. An edge is a number: the slot of a directed tie; for undirected
 * ties, which have two slots each, their rank among the slots that go up. The rows stay where they are;
 * the view adds the edge number of every slot, the two ends of every edge and, when directed, the rows of
 * incoming edges.
 */
final class TieGraphView extends AbstractGraph<Integer, Integer> {
    private final TieGraph ties;
    private final Length length;
    private final boolean directed;
    private final int[] edgeBySlot;
    private final int[] slotByEdge;
    private final int[] sources;
    private final int[] incomingOffsets;
    private final int[] incomingEdges;

    TieGraphView(TieGraph ties, Length length) {
        this.ties = ties;
        this.length = length;
        this.directed = ties.orientation() == Orientation.DIRECTED;
        this.sources = ties.sources();
        this.edgeBySlot = new int[ties.neighbours().length];
        this.slotByEdge = new int[ties.ties()];
        int edges = 0;
        for (int slot = 0; slot < edgeBySlot.length; slot++) {
            int neighbour = ties.neighbour(slot);
            if (directed || sources[slot] < neighbour) {
                slotByEdge[edges] = slot;
                edgeBySlot[slot] = edges++;
            } else {
                // The other end is lower, so its row, and the edge's number, came before.
                edgeBySlot[slot] = edgeBySlot[ties.slot(neighbour, sources[slot])];
            }
        }
        this.incomingOffsets = new int[ties.people() + 1];
        this.incomingEdges = directed ? new int[edges] : edgeBySlot;
        if (directed) {
            fillIncoming();
        }
    }

    private void fillIncoming() {
        for (int target : ties.neighbours()) {
            incomingOffsets[target + 1]++;
        }
        for (int vertex = 0; vertex < ties.people(); vertex++) {
            incomingOffsets[vertex + 1] += incomingOffsets[vertex];
        }
        int[] next = incomingOffsets.clone();
        for (int slot = 0; slot < incomingEdges.length; slot++) {
            incomingEdges[next[ties.neighbour(slot)]++] = slot;
        }
    }

    @Override
    public GraphType getType() {
        DefaultGraphType.Builder type =
                directed ? new DefaultGraphType.Builder().directed() : new DefaultGraphType.Builder().undirected();
        return type.weighted(true)
                .modifiable(false)
                .allowMultipleEdges(false)
                .allowSelfLoops(false)
                .allowCycles(true)
                .build();
    }

    @Override
    public Set<Integer> vertexSet() {
        return new Numbers(ties.people());
    }

    @Override
    public Set<Integer> edgeSet() {
        return new Numbers(slotByEdge.length);
    }

    @Override
    public boolean containsVertex(Integer vertex) {
        return vertex >= 0 && vertex < ties.people();
    }

    @Override
    public boolean containsEdge(Integer edge) {
        return edge >= 0 && edge < slotByEdge.length;
    }

    @Override
    public @Nullable Integer getEdge(Integer source, Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        int slot = ties.slot(source, target);
        return slot < 0 ? null : Integer.valueOf(edgeBySlot[slot]);
    }

    @Override
    public @Nullable Set<Integer> getAllEdges(Integer source, Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        Integer edge = getEdge(source, target);
        return edge == null ? Set.of() : Set.of(edge);
    }

    @Override
    public Integer getEdgeSource(Integer edge) {
        return sources[slot(edge)];
    }

    @Override
    public Integer getEdgeTarget(Integer edge) {
        return ties.neighbour(slot(edge));
    }

    @Override
    public double getEdgeWeight(Integer edge) {
        int slot = slot(edge);
        return switch (length) {
            case DISTANCE -> 1 / ties.strength(slot);
            case STRENGTH -> ties.strength(slot);
            case STEP -> 1;
        };
    }

    @Override
    public int degreeOf(Integer vertex) {
        return directed ? outDegreeOf(vertex) + inDegreeOf(vertex) : outDegreeOf(vertex);
    }

    @Override
    public int outDegreeOf(Integer vertex) {
        assertVertexExist(vertex);
        return ties.degree(vertex);
    }

    @Override
    public int inDegreeOf(Integer vertex) {
        assertVertexExist(vertex);
        return directed ? incomingOffsets[vertex + 1] - incomingOffsets[vertex] : ties.degree(vertex);
    }

    @Override
    public Set<Integer> edgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return directed
                ? new Row(
                        new Run(edgeBySlot, ties.rowStart(vertex), ties.rowEnd(vertex)),
                        new Run(incomingEdges, incomingOffsets[vertex], incomingOffsets[vertex + 1]))
                : outgoingEdgesOf(vertex);
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return new Row(new Run(edgeBySlot, ties.rowStart(vertex), ties.rowEnd(vertex)), Run.EMPTY);
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return directed
                ? new Row(new Run(incomingEdges, incomingOffsets[vertex], incomingOffsets[vertex + 1]), Run.EMPTY)
                : outgoingEdgesOf(vertex);
    }

    private int slot(int edge) {
        if (edge < 0 || edge >= slotByEdge.length) {
            throw new IllegalArgumentException("no such edge in graph: " + edge);
        }
        return slotByEdge[edge];
    }

    @Override
    public @Nullable Supplier<Integer> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Integer> getEdgeSupplier() {
        return null;
    }

    @Override
    public Integer addVertex() {
        throw readOnly();
    }

    @Override
    public boolean addVertex(Integer vertex) {
        throw readOnly();
    }

    @Override
    public Integer addEdge(Integer source, Integer target) {
        throw readOnly();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, Integer edge) {
        throw readOnly();
    }

    @Override
    public Integer removeEdge(Integer source, Integer target) {
        throw readOnly();
    }

    @Override
    public boolean removeEdge(Integer edge) {
        throw readOnly();
    }

    @Override
    public boolean removeVertex(Integer vertex) {
        throw readOnly();
    }

    @Override
    public void setEdgeWeight(Integer edge, double value) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("The observed network is read only");
    }

    /** 0 to size - 1 as a set. */
    private static final class Numbers extends AbstractSet<Integer> {
        private final int size;

        Numbers(int size) {
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(@Nullable Object number) {
            return number instanceof Integer value && value >= 0 && value < size;
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Integer next() {
                    if (next >= size) {
                        throw new NoSuchElementException();
                    }
                    return next++;
                }
            };
        }
    }

    /** A stretch of an array. */
    private record Run(int[] values, int from, int to) {
        static final Run EMPTY = new Run(new int[0], 0, 0);

        int size() {
            return to - from;
        }
    }

    /** The edges of a vertex: one stretch, or two for all edges of a directed graph. */
    private static final class Row extends AbstractSet<Integer> {
        private final Run first;
        private final Run second;

        Row(Run first, Run second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int size() {
            return first.size() + second.size();
        }

        @Override
        public Iterator<Integer> iterator() {
            return size() == 0
                    ? Collections.emptyIterator()
                    : new Iterator<>() {
                        private int position;

                        @Override
                        public boolean hasNext() {
                            return position < size();
                        }

                        @Override
                        public Integer next() {
                            if (position >= size()) {
                                throw new NoSuchElementException();
                            }
                            int at = position++;
                            return at < first.size()
                                    ? first.values()[first.from() + at]
                                    : second.values()[second.from() + at - first.size()];
                        }
                    };
        }
    }
}
