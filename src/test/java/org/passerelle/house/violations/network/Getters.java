package org.passerelle.house.violations.network;

/** An accessor that says get. */
public final class Getters {
    private final String name;

    public Getters(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
