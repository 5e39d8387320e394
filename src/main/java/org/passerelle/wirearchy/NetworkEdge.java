package org.passerelle.wirearchy;

/**
 * An edge of a drawing.
 *
 * @param from id of the node it leaves: who reports, or the smaller id of an observed tie
 * @param to id of the node it reaches
 * @param strength more is closer; 1 for a reporting line
 */
public record NetworkEdge(String from, String to, EdgeKind kind, double strength) {}
