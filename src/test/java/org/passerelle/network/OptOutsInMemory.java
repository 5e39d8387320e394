package org.passerelle.network;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Opt-outs without a store. */
public final class OptOutsInMemory implements OptOuts {
    private final Set<String> notSuggested = new ConcurrentSkipListSet<>();

    /** These people do not want to be suggested. */
    public static OptOutsInMemory of(String... personIds) {
        OptOutsInMemory optOuts = new OptOutsInMemory();
        optOuts.notSuggested.addAll(Set.of(personIds));
        return optOuts;
    }

    @Override
    public Set<String> notSuggested() {
        return Set.copyOf(notSuggested);
    }

    @Override
    public void record(String personId, Grade grade, Instant at) {
        if (grade == Grade.NONE) {
            notSuggested.remove(personId);
        } else {
            notSuggested.add(personId);
        }
    }
}
