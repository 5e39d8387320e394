package org.passerelle.house.violations.silo;

import org.passerelle.house.violations.api.Wiring;

/** A pure answer that knows the edge. */
public record TalkativeSilo(Wiring wiring) {}
