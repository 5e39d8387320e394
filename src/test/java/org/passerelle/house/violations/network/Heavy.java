package org.passerelle.house.violations.network;

/** More is closer, or is less closer? The word does not say. */
public record Heavy(double tieWeight) {}
