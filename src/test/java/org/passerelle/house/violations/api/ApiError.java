package org.passerelle.house.violations.api;

import org.passerelle.house.violations.privacy.CycleHalf;

/** Half of a cycle. */
public record ApiError(CycleHalf privacy) {}
