package org.passerelle.house.violations.expert;

import org.neo4j.driver.Driver;

/** A question that asks the database itself. */
public record DirectExpert(Driver driver) {}
