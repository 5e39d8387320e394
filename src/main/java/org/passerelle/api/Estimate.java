package org.passerelle.api;

/** An estimate with its interval of 95 %. */
public record Estimate(double value, double low, double high) {}
