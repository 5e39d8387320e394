package org.passerelle.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Visibility;

/**
 * What to load, and how.
 *
 * @param format kind of input
 * @param paths files and folders
 * @param mapping mapping file; null where the format needs none
 * @param source name of the source; null takes the mapping's or the format's own
 * @param visibility who could already read the texts; null takes the mapping's, or PRIVATE
 * @param quarantine folder for rows that are set aside
 * @param progress who wants to know how far it is
 * @param cancelled asked between rows; once true, the load stops after the batches it has written
 * @param batchRows rows written in one transaction
 */
public record LoadRequest(
        Format format,
        List<Path> paths,
        @Nullable Path mapping,
        @Nullable String source,
        @Nullable Visibility visibility,
        Path quarantine,
        LoadProgress progress,
        BooleanSupplier cancelled,
        int batchRows) {
    /** Rows in a transaction unless told otherwise. */
    public static final int BATCH_ROWS = 5_000;

    /** Refuses a load of nothing and batches out of bounds. */
    public LoadRequest {
        paths = List.copyOf(paths);
        if (paths.isEmpty()) {
            throw new UnusableInput("load " + format.word(), "at least one file or folder is needed", "Name it");
        }
        if (batchRows < 1 || batchRows > 100_000) {
            throw new IllegalArgumentException("batchRows must be 1 to 100000, not " + batchRows);
        }
    }

    /** These files in this format, everything else as usual; set-aside rows go to this folder. */
    public static LoadRequest of(Format format, List<Path> paths, Path quarantine) {
        return new LoadRequest(format, paths, null, null, null, quarantine, LoadProgress.NONE, () -> false, BATCH_ROWS);
    }

    /** The same, by this mapping file. */
    public LoadRequest withMapping(Path mapping) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }

    /** The same, as a source of this name. */
    public LoadRequest withSource(String source) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }

    /** The same, readable by these people before it was loaded. */
    public LoadRequest withVisibility(Visibility visibility) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }

    /** The same, telling this listener. */
    public LoadRequest withProgress(LoadProgress progress) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }

    /** The same, stopping once this is true. */
    public LoadRequest withCancellation(BooleanSupplier cancelled) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }

    /** The same, with this many rows in a transaction. */
    public LoadRequest withBatchRows(int batchRows) {
        return new LoadRequest(format, paths, mapping, source, visibility, quarantine, progress, cancelled, batchRows);
    }
}
