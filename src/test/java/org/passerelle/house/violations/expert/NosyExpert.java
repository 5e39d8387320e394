package org.passerelle.house.violations.expert;

import org.passerelle.house.violations.silo.TalkativeSilo;

/** A question that imports another. */
public record NosyExpert(TalkativeSilo silo) {}
