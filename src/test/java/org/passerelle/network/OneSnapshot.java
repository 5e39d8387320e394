package org.passerelle.network;

import java.util.Optional;

/** A source that has one version of the data. */
public record OneSnapshot(NetworkSnapshot snapshot) implements NetworkSource {
    @Override
    public Optional<NetworkSnapshot> snapshot(String version) {
        return version.equals(snapshot.version()) ? Optional.of(snapshot) : Optional.empty();
    }
}
