package org.passerelle.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The constraints and indexes of {@code cypher/schema}, made at start in name order, each once, with its checksum. */
public final class GraphSchema {
    private GraphSchema() {}

    /**
     * Applies what is new; a statement that was applied in another wording is refused, since the graph would
     * not be what the program expects.
     */
    public static void apply(Store store) {
        Map<String, String> applied = store
                .read(
                        "read/schema-applied",
                        Map.of(),
                        row -> Map.entry(
                                row.get("name").asString(), row.get("checksum").asString()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (String name : names()) {
            String text = Statements.text("schema/" + name);
            String checksum = Digests.sha256(text);
            String known = applied.get(name);
            if (known == null) {
                store.schema(text);
                store.write("load/schema-applied", Map.of("name", name, "checksum", checksum));
            } else if (!known.equals(checksum)) {
                throw new IllegalStateException("The graph was made with another wording of cypher/schema/" + name
                        + ".cypher; load the data into a new home, or run the version of Passerelle that made it");
            }
        }
        store.schema(Statements.text("read/await-indexes"));
    }

    private static List<String> names() {
        try {
            return Stream.of(
                            new PathMatchingResourcePatternResolver().getResources("classpath:/cypher/schema/*.cypher"))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .map(file -> file.substring(0, file.length() - ".cypher".length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The statements of cypher/schema cannot be listed", failure);
        }
    }
}
