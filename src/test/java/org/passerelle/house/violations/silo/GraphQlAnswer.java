package org.passerelle.house.violations.silo;

import graphql.ExecutionResult;

/** A pure answer that knows GraphQL. */
public record GraphQlAnswer(ExecutionResult result) {}
