package org.passerelle.ingest;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.passerelle.network.LoadSummary;

/** What all formats share while a load runs: counting, telling how far it is, and setting rows aside. */
final class Intake {
    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    private final LoadRequest request;
    private final Quarantine quarantine;
    private final AtomicLong bytesRead = new AtomicLong();
    private long bytesTotal;
    private long rows;

    Intake(LoadRequest request, Quarantine quarantine) {
        this.request = request;
        this.quarantine = quarantine;
    }

    /** The files that will be read. */
    void expect(List<InputFile> files) {
        bytesTotal = files.stream().mapToLong(InputFile::bytes).sum();
    }

    AtomicLong bytesRead() {
        return bytesRead;
    }

    boolean cancelled() {
        return request.cancelled().getAsBoolean();
    }

    /** A row was read. */
    void row(InputFile file) {
        rows++;
        if (rows % ROWS_BETWEEN_REPORTS == 0) {
            report(file);
        }
    }

    void report(InputFile file) {
        request.progress()
                .advanced(new LoadProgress.State(file.name(), bytesRead.get(), bytesTotal, rows, quarantine.total()));
    }

    void setAside(QuarantinedRow row) {
        quarantine.add(row);
        request.progress().quarantined(row);
    }

    Quarantine quarantine() {
        return quarantine;
    }

    LoadSummary summary(Batches batches) {
        return new LoadSummary(
                rows,
                batches.written().loaded(),
                batches.written().alreadyThere(),
                batches.written().replaced(),
                quarantine.counts());
    }
}
