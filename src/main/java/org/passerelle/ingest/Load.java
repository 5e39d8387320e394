package org.passerelle.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.ingest.MappedLoad.MappedFile;
import org.passerelle.network.LoadSink;
import org.passerelle.network.LoadSummary;

/**
 * The loading of files: opens them, checks every row, hands batches to the sink, sets bad rows aside and
 * says what became of them. Running it again, or over files that overlap, changes nothing.
 */
public final class Load {
    private Load() {}

    /**
     * Loads what the request names. Once cancelled, it stops after the batches it has written and gives
     * the summary so far; the same request later goes on from there.
     *
     * @throws UnusableInput where the request cannot be met: unknown source, missing file, wrong mapping
     */
    public static LoadSummary run(LoadRequest request, LoadSink sink) {
        InputFiles files = new InputFiles(request);
        return switch (request.format()) {
            case ORGANISATION -> mapped(request, MappingReader.builtIn("organisation.yml"), files, sink);
            case CSV -> mapped(request, mapping(request), files, sink);
            case JSONL ->
                mapped(
                        request,
                        request.mapping() == null ? MappingReader.builtIn("jsonl.yml") : mapping(request),
                        files,
                        sink);
            case MBOX -> mail(request, files, sink);
            case STACKEXCHANGE -> dump(request, files, sink);
        };
    }

    private static Mapping mapping(LoadRequest request) {
        if (request.mapping() == null) {
            throw new UnusableInput(
                    "load " + request.format().word(),
                    "a mapping file is needed to know what the columns mean",
                    "Write one (docs/FORMATS.md) and name it with --mapping FILE.yml");
        }
        Mapping mapping = MappingReader.read(request.mapping());
        if (!mapping.files().isEmpty()) {
            return mapping;
        }
        if (request.format() == Format.CSV) {
            throw new UnusableInput(
                    mapping.origin() + ", files", "expected at least one file and its columns", "Describe it");
        }
        // A jsonl file with the standard names needs no more than the name of its source.
        Mapping standard = MappingReader.builtIn("jsonl.yml");
        return new Mapping(
                mapping.origin(),
                mapping.source(),
                mapping.accounts(),
                mapping.visibility(),
                mapping.toSelf(),
                mapping.keep(),
                mapping.lookups(),
                standard.files());
    }

    private static LoadSummary mapped(LoadRequest request, Mapping mapping, InputFiles files, LoadSink sink) {
        String source = source(request, mapping);
        List<MappedFile> matched = match(request, mapping, files);
        List<InputFile> inputs = matched.stream().map(MappedFile::file).toList();
        Lookups lookups = Lookups.read(mapping, files);
        try (Quarantine quarantine = new Quarantine(request.quarantine(), source, digest(inputs))) {
            Intake intake = new Intake(request, quarantine);
            intake.expect(inputs);
            Batches batches = new MappedLoad(request, mapping, source, lookups, sink, intake).run(matched);
            sink.finish(source);
            return intake.summary(batches);
        }
    }

    private static LoadSummary mail(LoadRequest request, InputFiles files, LoadSink sink) {
        String source = request.source() == null ? "mail" : MappingReader.checkedSource(request.source(), "--source");
        List<InputFile> all = files.all();
        if (all.isEmpty()) {
            throw new UnusableInput(
                    request.paths().toString(), "expected mailboxes, found no file", "Check the folder");
        }
        try (Quarantine quarantine = new Quarantine(request.quarantine(), source, digest(all))) {
            Intake intake = new Intake(request, quarantine);
            intake.expect(all);
            Batches batches = new MailLoad(request, source, sink, intake).run(all);
            sink.finish(source);
            return intake.summary(batches);
        }
    }

    private static LoadSummary dump(LoadRequest request, InputFiles files, LoadSink sink) {
        String source =
                request.source() == null ? "stackexchange" : MappingReader.checkedSource(request.source(), "--source");
        List<InputFile> all =
                files.all().stream().filter(StackExchangeLoad::isRead).toList();
        if (all.stream().noneMatch(file -> file.plainName().equalsIgnoreCase("Posts.xml"))) {
            throw new UnusableInput(request.paths().toString(), "expected Posts.xml, found none", "Check the folder");
        }
        try (Quarantine quarantine = new Quarantine(request.quarantine(), source, digest(all))) {
            Intake intake = new Intake(request, quarantine);
            intake.expect(all);
            Batches batches = new StackExchangeLoad(request, source, sink, intake).run(all);
            sink.finish(source);
            return intake.summary(batches);
        }
    }

    private static String source(LoadRequest request, Mapping mapping) {
        if (request.source() != null) {
            return MappingReader.checkedSource(request.source(), "--source");
        }
        if (mapping.source() == null) {
            throw new UnusableInput(
                    mapping.origin(),
                    "expected the name of the source",
                    "Write `source: NAME` in the mapping or say --source NAME");
        }
        return mapping.source();
    }

    /** Which files to read and how, in the order of the mapping. */
    private static List<MappedFile> match(LoadRequest request, Mapping mapping, InputFiles files) {
        Set<MappedFile> matched = new LinkedHashSet<>();
        for (Mapping.FileRule rule : mapping.files()) {
            List<Path> found = new ArrayList<>(files.named());
            files.inFolders().stream()
                    .filter(path -> rule.file() != null || hasUsualEnding(request.format(), path))
                    .forEach(found::add);
            List<MappedFile> mine = found.stream()
                    .filter(rule::describes)
                    .map(path -> new MappedFile(InputFile.of(path), rule))
                    .toList();
            if (mine.isEmpty() && files.named().isEmpty() && request.format() != Format.ORGANISATION) {
                throw new UnusableInput(
                        request.paths().toString(),
                        "expected "
                                + (rule.file() == null
                                        ? "a " + request.format().word() + " file"
                                        : "the file " + rule.file())
                                + " that " + mapping.origin() + " describes",
                        "Put it there, or name one by one the files to load");
            }
            matched.addAll(mine);
        }
        for (Path path : files.named()) {
            boolean described = matched.stream()
                            .anyMatch(each -> each.file().path().equals(path))
                    || mapping.lookups().values().stream().anyMatch(lookup -> Mapping.matches(lookup.file(), path));
            if (!described) {
                throw new UnusableInput(
                        path.toString(),
                        "expected a file that " + mapping.origin() + " describes: "
                                + String.join(", ", mapping.fileNames()),
                        "Rename the file, or describe it in a mapping");
            }
        }
        if (matched.isEmpty()) {
            throw new UnusableInput(
                    request.paths().toString(),
                    "expected at least one of " + String.join(", ", mapping.fileNames()),
                    "Check the folder");
        }
        return List.copyOf(matched);
    }

    /** What a rule for every file takes from a folder, where other files may lie as well. */
    private static boolean hasUsualEnding(Format format, Path path) {
        String name = InputFile.of(path).plainName().toLowerCase(Locale.ROOT);
        List<String> endings = format == Format.JSONL ? List.of(".jsonl", ".ndjson") : List.of(".csv", ".tsv", ".txt");
        return endings.stream().anyMatch(name::endsWith);
    }

    private static String digest(List<InputFile> files) {
        StringBuilder input = new StringBuilder();
        files.forEach(each -> input.append(each.path().toAbsolutePath().normalize())
                .append(each.bytes())
                .append('\n'));
        return Hash.of(input.toString()).substring(0, 12);
    }
}
