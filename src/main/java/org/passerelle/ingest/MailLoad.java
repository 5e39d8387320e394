package org.passerelle.ingest;

import java.util.List;
import org.passerelle.network.LoadSink;

/** Loads mail archives. */
final class MailLoad {
    private final Batches batches;

    MailLoad(LoadRequest request, String source, LoadSink sink, Intake intake) {
        this.batches = new Batches(sink, source, request.batchRows(), Mapping.Keep.CONTRIBUTIONS);
    }

    Batches run(List<InputFile> files) {
        return batches;
    }
}
