package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.passerelle.demonstration.InventedOrganisation;
import org.passerelle.ingest.Format;
import org.passerelle.ingest.Load;
import org.passerelle.ingest.LoadRequest;
import org.passerelle.network.LoadSummary;
import org.passerelle.network.RankingExponents;
import org.passerelle.store.Glossary;
import org.passerelle.store.GraphWriter;
import org.passerelle.store.Home;
import org.passerelle.store.LoadedCoverage;
import org.passerelle.store.Store;
import org.passerelle.store.StoreStart.FirstContent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Puts the invented organisation into the graph of the demonstration, once, by the same way as any data. */
@Component
@ConditionalOnProperty(name = "passerelle.demo", havingValue = "true")
final class DemonstrationContent implements FirstContent {
    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationContent.class);

    /** What {@code learn experts} finds for this organisation: people write much on what they know (docs/decisions/0080). */
    private static final RankingExponents LEARNT = new RankingExponents(2.2, 0.2, 0.6);

    private final Home home;

    DemonstrationContent(Home home) {
        this.home = home;
    }

    @Override
    public void ensure(Store store) {
        if (new LoadedCoverage(store).totals().ties() > 0) {
            return;
        }
        Path folder = home.root().resolve("invented");
        LOG.info("Inventing the demonstration organisation in {}", folder);
        try {
            InventedOrganisation.generate(InventedOrganisation.Parameters.defaults(), folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The organisation cannot be written to " + folder, failure);
        }
        load(LoadRequest.of(Format.ORGANISATION, List.of(folder.resolve("organisation")), home.quarantine()), store);
        load(
                LoadRequest.of(Format.JSONL, List.of(folder.resolve("contributions.jsonl")), home.quarantine())
                        .withMapping(folder.resolve("contributions.yml")),
                store);
        home.learnedRanking().keep(LEARNT);
    }

    private void load(LoadRequest request, Store store) {
        LoadSummary summary = Load.run(request, new GraphWriter(store, new Glossary(home.glossary())));
        LOG.info(
                "Loaded {}: {} new, {} quarantined",
                request.format().word(),
                summary.loaded(),
                summary.quarantinedTotal());
        if (summary.quarantinedTotal() > 0) {
            throw new IllegalStateException("The demonstration organisation does not load: " + summary.quarantined());
        }
    }
}
