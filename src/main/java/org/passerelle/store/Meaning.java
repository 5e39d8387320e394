package org.passerelle.store;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Embedder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether this home is searched by meaning, and the model that is open for it. Without: words alone, as if it were not there. */
public final class Meaning {
    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

    private final @Nullable Embedder embedder;

    private Meaning(@Nullable Embedder embedder) {
        this.embedder = embedder;
    }

    /** That of a home; refuses settings that cannot be followed, saying what to do. */
    public static Meaning of(Home home) {
        MeaningSettings settings = MeaningSettings.of(home);
        return new Meaning(settings.search() ? settings.open() : null);
    }

    /** The model; empty where this home is searched by words alone. */
    public Optional<Embedder> embedder() {
        return Optional.ofNullable(embedder);
    }

    @Nullable
    MeaningSearch search(Store store, ReadableReader readable, Clock clock) {
        return embedder == null
                ? null
                : new MeaningSearch(
                        embedder,
                        readable,
                        new MeaningReader(
                                store,
                                embedder,
                                clock,
                                Thread.ofVirtual().name("meanings")::start,
                                MeaningReader.BYTES_MAX));
    }

    /** Embeds what a load brought. What the load wrote stands, whatever becomes of this. */
    void embedNew(Store store) {
        if (embedder == null) {
            return;
        }
        try {
            MeaningWriter.run(store, embedder, MeaningWriter.Others.KEEP, (_, _) -> {}, () -> false);
        } catch (IllegalStateException refused) {
            LOG.warn("What was loaded is found by words alone. {}", refused.getMessage());
        }
    }
}
