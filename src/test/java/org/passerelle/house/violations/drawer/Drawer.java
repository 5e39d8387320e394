package org.passerelle.house.violations.drawer;

/** A room nobody knows. */
public record Drawer(String id) {}
