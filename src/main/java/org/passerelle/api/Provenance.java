package org.passerelle.api;

import java.util.List;
import org.passerelle.network.Bilingual;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * How an answer was computed; two answers with equal provenance are equal.
 *
 * @param snapshot version of the data
 * @param method the method in one line
 * @param parameters its parameters
 * @param window the days it looked at
 */
public record Provenance(String snapshot, Bilingual method, List<Parameter> parameters, Window window) {
    /** Copies the list. */
    public Provenance {
        parameters = List.copyOf(parameters);
    }

    /** Of a method that is told in English only. */
    public Provenance(String snapshot, String method, List<Parameter> parameters, Window window) {
        this(snapshot, new Bilingual(method, method), parameters, window);
    }

    /** The provenance of a method on a snapshot. */
    public static Provenance of(NetworkSnapshot snapshot, Window window, Bilingual method, Parameter... parameters) {
        return new Provenance(snapshot.version(), method, List.of(parameters), window);
    }

    /** The provenance of a method on a snapshot that is told in English only. */
    public static Provenance of(NetworkSnapshot snapshot, Window window, String method, Parameter... parameters) {
        return new Provenance(snapshot.version(), method, List.of(parameters), window);
    }
}
