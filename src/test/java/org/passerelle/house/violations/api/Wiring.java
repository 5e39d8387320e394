package org.passerelle.house.violations.api;

import graphql.ExecutionResult;

/** Plumbing that pure answers have no business with. */
public record Wiring(ExecutionResult result) {}
