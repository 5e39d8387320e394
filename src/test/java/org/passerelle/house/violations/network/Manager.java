package org.passerelle.house.violations.network;

/** A person: allowed. */
public record Manager(String id) {}
