package org.passerelle.network;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.EdgeNumbers.Stretch;
import org.passerelle.network.TieGraph.Orientation;

/**
 * The rows of a {@link TieGraph} as JGraphT asks for them: vertices and edges are numbers from 0, nothing
 * can be changed, and what a tie weighs is left to whoever extends this.
 */
abstract class TieEdges extends AbstractGraph<Integer, Integer> {
    /** The ties. */
    abstract TieGraph rows();

    /** The numbers of the edges. */
    abstract EdgeNumbers edges();

    /** What JGraphT reads as the number on the tie of a slot. */
    abstract double length(int slot);

    private boolean directed() {
        return rows().orientation() == Orientation.DIRECTED;
    }

    @Override
    public GraphType getType() {
        DefaultGraphType.Builder type =
                directed() ? new DefaultGraphType.Builder().directed() : new DefaultGraphType.Builder().undirected();
        return type.weighted(true)
                .modifiable(false)
                .allowMultipleEdges(false)
                .allowSelfLoops(false)
                .allowCycles(true)
                .build();
    }

    @Override
    public Set<Integer> vertexSet() {
        return new Numbers(rows().people());
    }

    @Override
    public Set<Integer> edgeSet() {
        return new Numbers(rows().ties());
    }

    @Override
    public boolean containsVertex(Integer vertex) {
        return vertex >= 0 && vertex < rows().people();
    }

    @Override
    public boolean containsEdge(Integer edge) {
        return edge >= 0 && edge < rows().ties();
    }

    @Override
    public @Nullable Integer getEdge(Integer source, Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        int slot = rows().slot(source, target);
        return slot < 0 ? null : Integer.valueOf(edges().ofSlot(slot));
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
        return edges().source(edge);
    }

    @Override
    public Integer getEdgeTarget(Integer edge) {
        return rows().neighbour(edges().slot(edge));
    }

    @Override
    public double getEdgeWeight(Integer edge) {
        return length(edges().slot(edge));
    }

    @Override
    public int degreeOf(Integer vertex) {
        return directed() ? outDegreeOf(vertex) + inDegreeOf(vertex) : outDegreeOf(vertex);
    }

    @Override
    public int outDegreeOf(Integer vertex) {
        assertVertexExist(vertex);
        return rows().degree(vertex);
    }

    @Override
    public int inDegreeOf(Integer vertex) {
        assertVertexExist(vertex);
        return edges().incoming(vertex).size();
    }

    @Override
    public Set<Integer> edgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return directed() ? new Row(edges().outgoing(vertex), edges().incoming(vertex)) : outgoingEdgesOf(vertex);
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return new Row(edges().outgoing(vertex), Row.NONE);
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer vertex) {
        assertVertexExist(vertex);
        return new Row(edges().incoming(vertex), Row.NONE);
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

    /** The edges of a vertex: one stretch, or two for all edges of a directed graph. */
    private static final class Row extends AbstractSet<Integer> {
        static final Stretch NONE = new Stretch(new int[0], 0, 0);

        private final Stretch first;
        private final Stretch second;

        Row(Stretch first, Stretch second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public int size() {
            return first.size() + second.size();
        }

        @Override
        public Iterator<Integer> iterator() {
            return new Iterator<>() {
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
                    return at < first.size() ? first.get(at) : second.get(at - first.size());
                }
            };
        }
    }
}
