package org.passerelle.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.MarkedActs;

/** Contributions without a store, all of which everybody may read. */
record MarkedActsInMemory(List<Act> acts) implements MarkedActs {
    @Override
    public String stamp() {
        return String.valueOf(acts.size());
    }

    @Override
    public Whole aroundNeeds(Consumer<Act> taker) {
        acts.forEach(taker);
        Instant last = acts.stream()
                .flatMap(act ->
                        Stream.concat(Stream.of(act.at()), act.thanks().stream().map(Thanks::at)))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Whole(
                last,
                acts.stream()
                        .filter(act -> act.kind() == ContributionKind.ANSWER)
                        .map(Act::source)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Optional<Set<String>> audiences(@Nullable String readerId) {
        return Optional.empty();
    }
}
