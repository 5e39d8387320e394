package org.passerelle.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Contribution;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Tie;

/**
 * Gathers records to batches and hands them to the sink. Within a batch, contributions of one id are put
 * together; one that is being put together is never cut by the end of a batch when its rows are neighbours.
 */
final class Batches {
    private final LoadSink sink;
    private final String source;
    private final int batchRows;
    private final Mapping.Keep keep;
    private final Map<String, Contribution> contributions = new LinkedHashMap<>();
    private final List<Tie> ties = new ArrayList<>();
    private LoadSink.Combine combine = LoadSink.Combine.LATEST;
    private @Nullable String lastId;
    private int rows;
    private int number;
    private LoadSink.Written written = new LoadSink.Written(0, 0, 0);

    Batches(LoadSink sink, String source, int batchRows, Mapping.Keep keep) {
        this.sink = sink;
        this.source = source;
        this.batchRows = batchRows;
        this.keep = keep;
    }

    /** What all batches together changed. */
    LoadSink.Written written() {
        return written;
    }

    /** Adds the records of one row. */
    void add(List<Contribution> made, LoadSink.Combine how, List<Tie> declared) {
        boolean sameAct = made.size() == 1 && made.getFirst().nativeId().equals(lastId);
        if ((rows >= batchRows && !sameAct) || how != combine) {
            flush();
        }
        combine = how;
        rows++;
        for (Contribution contribution : made) {
            lastId = contribution.nativeId();
            Contribution there = contributions.get(lastId);
            if (there != null && how == LoadSink.Combine.LATEST) {
                count(there, contribution);
            }
            contributions.merge(lastId, contribution, how::apply);
        }
        ties.addAll(declared);
    }

    /** Two versions of one id in one batch: the sink will see the winner only. */
    private void count(Contribution there, Contribution contribution) {
        boolean same = there.equals(contribution);
        written = written.plus(new LoadSink.Written(0, same ? 1 : 0, same ? 0 : 1));
    }

    /** Writes these facts, after what waits before them. */
    void add(LoadSink.Facts facts, int factRows) {
        flush();
        write(new LoadSink.Batch(
                source, digest(List.of(), List.of(), facts), number, factRows, combine, List.of(), List.of(), facts));
    }

    /** Writes what waits; the next file's batches are counted from 0. */
    void endOfFile() {
        flush();
        number = 0;
    }

    private void flush() {
        if (rows == 0) {
            return;
        }
        List<Contribution> acts = List.copyOf(contributions.values());
        List<Tie> sums = new ArrayList<>(ties);
        if (keep == Mapping.Keep.TIES) {
            sums.addAll(TieSums.of(acts));
            acts = List.of();
        }
        LoadSink.Facts none = LoadSink.Facts.none();
        write(new LoadSink.Batch(source, digest(acts, sums, none), number, rows, combine, acts, sums, none));
        contributions.clear();
        ties.clear();
        rows = 0;
    }

    private void write(LoadSink.Batch batch) {
        written = written.plus(sink.write(batch));
        number++;
    }

    private String digest(List<Contribution> acts, List<Tie> sums, LoadSink.Facts facts) {
        MessageDigest digest = Hash.sha256();
        digest.update((combine + "\n").getBytes(StandardCharsets.UTF_8));
        for (Contribution act : acts) {
            digest.update(act.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (Tie tie : sums) {
            digest.update((tie.fromId() + "\u001f" + tie.toId() + "\u001f" + tie.kind() + "\u001f" + tie.channel()
                            + "\u001f" + tie.visibility() + Arrays.toString(tie.days())
                            + Arrays.toString(tie.counts()) + Arrays.toString(tie.shares()))
                    .getBytes(StandardCharsets.UTF_8));
        }
        digest.update(facts.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
