package org.passerelle.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files a load was given: those named, and those of the folders named. Files that a table is read
 * from are also looked for beside them.
 */
final class InputFiles {
    private static final int DEPTH_MAX = 8;

    private final List<Path> named = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final @Nullable Path mapping;

    InputFiles(LoadRequest request) {
        this.mapping = request.mapping();
        for (Path path : request.paths()) {
            if (Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.isRegularFile(path)) {
                named.add(path);
            } else {
                throw new UnusableInput(
                        path.toString(), "expected a file or a folder, found nothing", "Check the name");
            }
        }
    }

    /** Files that were named one by one. */
    List<Path> named() {
        return named;
    }

    /** Files directly in the given folders, by name. */
    List<Path> inFolders() {
        return listed(1);
    }

    /** All files, those of the folders' folders included, in the order of their names. */
    List<InputFile> all() {
        return Stream.concat(named.stream(), listed(DEPTH_MAX).stream())
                .distinct()
                .map(InputFile::of)
                .toList();
    }

    private List<Path> listed(int depth) {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder, depth)) {
                found.filter(Files::isRegularFile)
                        .filter(InputFiles::visible)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException unreadable) {
                throw new UnusableInput(
                        folder.toString(), "expected a folder that can be read", "Check the rights on it");
            }
        }
        return files;
    }

    private static boolean visible(Path path) {
        return !String.valueOf(path.getFileName()).startsWith(".");
    }

    /** A file of that name among the given ones, beside them or beside the mapping. */
    Optional<Path> beside(String name) {
        Predicate<Path> wanted = path -> Mapping.matches(name, path);
        Stream<Path> places = Stream.concat(
                Stream.concat(folders.stream(), named.stream().map(InputFiles::folderOf)),
                Stream.ofNullable(mapping).map(InputFiles::folderOf));
        Stream<Path> candidates =
                Stream.concat(named.stream(), places.distinct().flatMap(InputFiles::list));
        return candidates.filter(wanted).findFirst();
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException _) {
            // A folder that cannot be listed holds no candidate; the caller reports the missing file.
            return Stream.empty();
        }
    }
}
