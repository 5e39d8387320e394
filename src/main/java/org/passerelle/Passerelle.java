package org.passerelle;

/** The program's entry. */
public final class Passerelle {
    private Passerelle() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {}
}
