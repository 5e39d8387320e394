package org.passerelle.network;

import java.time.Instant;

/** Somebody liked, thanked for or voted on a contribution. */
public record Reaction(Account by, String kind, Instant at) {}
