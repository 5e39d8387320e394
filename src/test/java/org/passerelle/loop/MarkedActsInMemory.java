package org.passerelle.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.MarkedActs;

/** Contributions without a store, all of which everybody may read. */
record MarkedActsInMemory(List<Act> acts) implements MarkedActs {
    @Override
    public String stamp() {
        return String.valueOf(acts.size());
    }

    @Override
    public void forEach(Consumer<Act> taker) {
        acts.forEach(taker);
    }

    @Override
    public Optional<Set<String>> audiences(@Nullable String readerId) {
        return Optional.empty();
    }
}
