package org.passerelle.network;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been loaded, and what is missing; the store implements it. */
public interface Coverage {
    /** Totals over everything. */
    Totals totals();

    /** Contributions and distinct contributors by channel, source and month, in that order. */
    List<Cell> cells();

    /** People who made at least one contribution in the window, as ids in order. */
    List<String> contributorIds(Window window);

    /** Every finished or running load, newest first. */
    List<LoadRecord> loads();

    /** Totals over everything. */
    record Totals(long people, long accounts, long contributions, long ties, long groups, long threads) {}

    /** One cell of the account. */
    record Cell(String channel, String source, YearMonth month, long contributions, long people) {}

    /**
     * One load.
     *
     * @param finished null while it runs
     * @param failure why it failed and what to do, null unless it did
     */
    record LoadRecord(
            String id,
            String source,
            String format,
            java.time.Instant started,
            java.time.@Nullable Instant finished,
            LoadState state,
            LoadSummary summary,
            @Nullable String failure) {}
}
