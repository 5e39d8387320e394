package org.passerelle.house.violations.network;

import org.passerelle.house.violations.measure.SpringyMeasure;

/** Network that imports a measure. */
public record Upwards(SpringyMeasure measure) {}
