package org.passerelle.api;

/** A named part of a score, in [0, 1]. */
public record Part(String name, double value) {}
