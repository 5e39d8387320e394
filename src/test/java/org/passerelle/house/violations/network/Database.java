package org.passerelle.house.violations.network;

/** Holds "base" inside a word: allowed. */
public record Database(String id) {}
