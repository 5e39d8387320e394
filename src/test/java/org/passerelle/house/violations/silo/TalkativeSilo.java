package org.passerelle.house.violations.silo;

import org.passerelle.house.violations.api.ApiError;

/** A pure answer that knows the edge. */
public record TalkativeSilo(ApiError error) {}
