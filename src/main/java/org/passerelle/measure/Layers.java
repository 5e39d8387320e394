package org.passerelle.measure;

import java.util.Arrays;

/**
 * The layers that eight searches found, one after the other: each a run of vertices, with the set of searches,
 * one bit for each, for which the vertex lies in that layer. A vertex may be in several layers, for different
 * searches.
 */
final class Layers {
    private int[] vertices;
    private byte[] lanes;
    private int size;
    private int[] starts = new int[64];
    private int count;

    /** Without layers, with room for so many entries at first. */
    Layers(int room) {
        this.vertices = new int[room];
        this.lanes = new byte[room];
    }

    /** Forgets all layers. */
    void clear() {
        size = 0;
        count = 0;
    }

    /** Adds a vertex to the layer that is open, for these searches. */
    void add(int vertex, int searches) {
        if (size == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * size);
            lanes = Arrays.copyOf(lanes, 2 * size);
        }
        vertices[size] = vertex;
        lanes[size++] = (byte) searches;
    }

    /** Ends the layer that is open and opens the next. */
    void close() {
        if (++count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count] = size;
    }

    /** Layers that are closed. */
    int count() {
        return count;
    }

    /** Entries of all layers. */
    int size() {
        return size;
    }

    /** First entry of a layer; of the open one, where it will be. */
    int start(int layer) {
        return starts[layer];
    }

    /** Whether the last closed layer is empty. */
    boolean lastIsEmpty() {
        return starts[count] == starts[count - 1];
    }

    /** The vertex of an entry. */
    int vertex(int entry) {
        return vertices[entry];
    }

    /** The searches of an entry. */
    int lanes(int entry) {
        return Byte.toUnsignedInt(lanes[entry]);
    }
}
