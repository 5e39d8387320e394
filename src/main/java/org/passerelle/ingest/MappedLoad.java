package org.passerelle.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;
import org.passerelle.network.Contribution;
import org.passerelle.network.LoadSink;
import org.passerelle.network.Tie;
import org.passerelle.network.Visibility;

/** Loads text files by a mapping: first the files that only describe the organisation, then the others. */
final class MappedLoad {
    private final Mapping mapping;
    private final Format format;
    private final Intake intake;
    private final Batches batches;
    private final ContributionRows contributions;
    private final FactRows factRows;
    private final FactCheck factCheck;
    private final FactList facts = new FactList();
    private final int factsPerBatch;

    MappedLoad(LoadRequest request, Mapping mapping, String source, Lookups lookups, LoadSink sink, Intake intake) {
        this.mapping = mapping;
        this.format = request.format();
        this.intake = intake;
        this.batches = new Batches(sink, source, request.batchRows(), mapping.keep());
        this.contributions = new ContributionRows(mapping, source, visibility(request, mapping), lookups);
        this.factRows = new FactRows(mapping, source, lookups);
        this.factCheck = new FactCheck(sink);
        this.factsPerBatch = request.batchRows();
    }

    private static Visibility visibility(LoadRequest request, Mapping mapping) {
        Visibility asked = request.visibility();
        Visibility mapped = mapping.visibility();
        return asked != null ? asked : mapped != null ? mapped : Visibility.PRIVATE;
    }

    /** Reads the files; gives back the batches it wrote. */
    Batches run(List<MappedFile> files) {
        for (MappedFile file : files) {
            checkColumns(file);
        }
        for (MappedFile file : files) {
            if (!file.rule().has(Section.Kind.CONTRIBUTION) && !file.rule().has(Section.Kind.TIES)) {
                read(file);
            }
        }
        writeFacts();
        for (MappedFile file : files) {
            if (file.rule().has(Section.Kind.CONTRIBUTION) || file.rule().has(Section.Kind.TIES)) {
                read(file);
                batches.endOfFile();
            }
        }
        writeFacts();
        return batches;
    }

    /** A wrong column is told before anything is written. */
    private void checkColumns(MappedFile file) {
        try (RowReader reader = open(file, new AtomicLong())) {
            List<String> columns = reader.columns();
            if (columns != null) {
                MappingCheck.check(mapping, file.rule(), file.file().name(), columns);
            }
        } catch (EOFException | ZipException _) {
            // Told when the file is read: the other files shall load.
        } catch (IOException failed) {
            throw unreadable(file);
        }
    }

    private RowReader open(MappedFile file, AtomicLong bytesRead) throws IOException {
        Boolean said = file.rule().jsonl();
        boolean jsonl = said == null ? format == Format.JSONL : said;
        FileOptions options = file.rule().options();
        return jsonl
                ? new JsonlReader(file.file().open(bytesRead), options.encoding())
                : new CsvReader(
                        file.file().open(bytesRead), options, file.file().name());
    }

    private void read(MappedFile file) {
        long line = 0;
        intake.report(file.file());
        try (RowReader reader = open(file, intake.bytesRead())) {
            Set<String> mentioned = file.rule().mentioned();
            boolean more = true;
            while (more && !intake.cancelled()) {
                more = readRow(reader, file, mentioned);
                line = reader.line();
            }
        } catch (EOFException _) {
            damaged(file, line + 1, QuarantineCode.TRUNCATED_FILE, "the compressed data end in the middle");
        } catch (ZipException _) {
            damaged(file, line + 1, QuarantineCode.CORRUPT_FILE, "compressed data that cannot be read");
        } catch (IOException _) {
            throw unreadable(file);
        }
        intake.report(file.file());
    }

    private boolean readRow(RowReader reader, MappedFile file, Set<String> mentioned) throws IOException {
        try {
            Row row = reader.next();
            if (row == null) {
                return false;
            }
            if (row instanceof JsonlReader.JsonRow json && !mentioned.containsAll(json.names())) {
                throw MappingCheck.unmentioned(
                        mapping.origin(),
                        file.file().name() + ", line " + reader.line(),
                        json.names().stream()
                                .filter(name -> !mentioned.contains(name))
                                .toList());
            }
            take(row, reader, file);
        } catch (BadRow bad) {
            setAside(file, reader, bad);
        }
        intake.row(file.file());
        return true;
    }

    /** All sections of a row, or, where one fails, none. */
    private void take(Row row, RowReader reader, MappedFile file) throws BadRow {
        List<Contribution> acts = new ArrayList<>();
        List<Tie> ties = new ArrayList<>();
        FactList found = new FactList();
        LoadSink.Combine combine = LoadSink.Combine.LATEST;
        for (Section section : file.rule().sections()) {
            if (!section.admits(row)) {
                continue;
            }
            switch (section.kind()) {
                case CONTRIBUTION -> {
                    acts.add(contributions.contribution(section, row, reader.raw()));
                    combine = ContributionRows.combine(section);
                }
                case TIES -> ties.add(contributions.declared(section, row));
                default -> factRows.add(section, row, origin(file, reader), found);
            }
        }
        if (!acts.isEmpty() || !ties.isEmpty()) {
            batches.add(acts, combine, ties);
        }
        facts.addAll(found);
    }

    private Sourced.Origin origin(MappedFile file, RowReader reader) {
        boolean keep = !file.rule().has(Section.Kind.CONTRIBUTION) && mayKeep(file, reader.raw());
        return new Sourced.Origin(file.file(), reader.header(), reader.line(), keep ? reader.raw() : new byte[0]);
    }

    private boolean mayKeep(MappedFile file, byte[] raw) {
        if (raw.length == 0 || !file.rule().freeOfWords(mapping.accounts())) {
            return false;
        }
        for (byte each : raw) {
            if (each == '@') {
                return false;
            }
        }
        return true;
    }

    private void setAside(MappedFile file, RowReader reader, BadRow bad) {
        intake.setAside(new QuarantinedRow(file.file().name(), reader.line(), bad.code(), bad.found()));
        if (mayKeep(file, reader.raw())) {
            intake.quarantine().keep(file.file(), reader.header(), reader.raw());
        }
    }

    private void damaged(MappedFile file, long line, QuarantineCode code, String found) {
        intake.setAside(new QuarantinedRow(file.file().name(), line, code, found));
    }

    private void writeFacts() {
        if (intake.cancelled()) {
            return;
        }
        FactCheck.Checked checked = factCheck.check(facts);
        for (FactCheck.Refused refused : checked.refused()) {
            Sourced.Origin origin = refused.origin();
            intake.setAside(new QuarantinedRow(origin.file().name(), origin.line(), refused.code(), refused.found()));
            if (origin.raw().length > 0) {
                intake.quarantine().keep(origin.file(), origin.header(), origin.raw());
            }
        }
        FactBatches.of(checked.facts(), factsPerBatch).forEach(part -> batches.add(part, FactBatches.size(part)));
        batches.endOfFile();
        facts.clear();
    }

    private static UnusableInput unreadable(MappedFile file) {
        return new UnusableInput(
                file.file().path().toString(),
                "expected a file that can be read to its end",
                "Check the disk and load again");
    }

    /** A file and what the mapping takes from it. */
    record MappedFile(InputFile file, Mapping.FileRule rule) {}
}
