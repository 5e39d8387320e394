package org.passerelle.api;

/** A parameter of a method. */
public record Parameter(String name, String value) {}
