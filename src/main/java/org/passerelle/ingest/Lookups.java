package org.passerelle.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The tables of a mapping, read into memory: what a value of one file means according to another. */
final class Lookups {
    private final Map<String, Map<String, Set<String>>> tables = new HashMap<>();

    /** Reads the tables; a file that is missing or cannot be read is {@link UnusableInput}. */
    static Lookups read(Mapping mapping, InputFiles files) {
        Lookups lookups = new Lookups();
        mapping.lookups().forEach((name, lookup) -> {
            Path path = files.beside(lookup.file())
                    .orElseThrow(() -> new UnusableInput(
                            mapping.origin() + ", lookups." + name,
                            "expected the file " + lookup.file()
                                    + " among the given paths, beside them or beside the mapping",
                            "Put it there"));
            lookups.tables.put(name, table(lookup, InputFile.of(path), mapping.origin() + ", lookups." + name));
        });
        return lookups;
    }

    /** What the table has for the value; nothing where it does not know it. */
    List<String> values(String name, String value) {
        return List.copyOf(tables.getOrDefault(name, Map.of()).getOrDefault(value, Set.of()));
    }

    private static Map<String, Set<String>> table(Mapping.Lookup lookup, InputFile file, String where) {
        Map<String, Set<String>> table = new HashMap<>();
        try (CsvReader reader = new CsvReader(file.open(new AtomicLong()), lookup.options(), file.name())) {
            List<String> wanted = new ArrayList<>(lookup.where().keySet());
            wanted.add(lookup.key());
            wanted.add(lookup.value());
            for (String column : wanted) {
                if (!reader.columns().contains(column)) {
                    throw MappingCheck.noColumn(where, column, file.name(), reader.columns());
                }
            }
            for (Row row = reader.next(); row != null; row = reader.next()) {
                if (Section.admits(lookup.where(), row)) {
                    for (String key : row.values(lookup.key())) {
                        table.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(row.values(lookup.value()));
                    }
                }
            }
            return table;
        } catch (BadRow bad) {
            throw new UnusableInput(
                    where + ", file " + file.name(),
                    bad.found() + "; expected " + bad.code().expected(),
                    "To do: " + bad.code().advice());
        } catch (EOFException _) {
            throw new UnusableInput(where, file.name() + " ends too early", "Fetch it again");
        } catch (IOException _) {
            throw new UnusableInput(where, file.name() + " cannot be read", "Check the file");
        }
    }
}
