package org.passerelle.measure;

import java.util.stream.IntStream;
import org.passerelle.network.TieGraph;

/**
 * Where everybody stands when chains are led from one group to another: in one of the two, between them, or nowhere.
 * A shortest chain leaves the first group once and ends where it meets the other, so a chain never steps back into
 * the group it comes from and never onwards from the other.
 *
 * @param graph without direction
 * @param place a place of every vertex
 * @param one the members of the first group, ascending
 * @param other those of the other
 */
record ChainPlaces(TieGraph graph, byte[] place, int[] one, int[] other) {
    static final byte NOWHERE = 0;
    static final byte BETWEEN = 1;
    static final byte ONE = 2;
    static final byte OTHER = 3;

    /** Of a graph without direction. */
    static ChainPlaces of(TieGraph graph, MinimumCut.Parameters parameters) {
        int[] groups = parameters.groups();
        byte outside = parameters.ways() == MinimumCut.Ways.ANY ? BETWEEN : NOWHERE;
        byte[] place = new byte[groups.length];
        for (int vertex = 0; vertex < groups.length; vertex++) {
            int group = groups[vertex];
            place[vertex] = group == parameters.one() ? ONE : group == parameters.other() ? OTHER : outside;
        }
        return new ChainPlaces(graph, place, members(place, ONE), members(place, OTHER));
    }

    private static int[] members(byte[] place, byte wanted) {
        return IntStream.range(0, place.length)
                .filter(vertex -> place[vertex] == wanted)
                .toArray();
    }

    byte at(int vertex) {
        return place[vertex];
    }

    /** The members of the group at a place. */
    int[] members(byte group) {
        return group == ONE ? one : other;
    }

    /** The group at the other end of the chains. */
    static byte opposite(byte group) {
        return group == ONE ? OTHER : ONE;
    }
}
