package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query that the page and the query editor's examples ask is one that the contract answers. */
class PageQueriesTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    /** A text of a module that is a query, whatever quotes it; what is filled in stands for a number. */
    private static final Pattern QUERY = Pattern.compile("[`'](?:#[^`]*?\\n\\n)?((?:query|mutation) \\w[^`']*)[`']");

    /** A text that queries share, such as a fragment. */
    private static final Pattern SHARED = Pattern.compile("const ([A-Z_]+) = [`']([^`']*)[`']");

    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{([^}]*)}");

    @Test
    void page_everyQuery_isValid() throws IOException {
        List<String> queries = new ArrayList<>();
        Map<String, String> shared = new HashMap<>();
        try (Stream<Path> files = Files.walk(STATIC)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                String script = Files.readString(file);
                QUERY.matcher(script).results().forEach(found -> queries.add(found.group(1)));
                SHARED.matcher(script).results().forEach(found -> shared.put(found.group(1), found.group(2)));
            }
        }

        assertThat(queries).hasSizeGreaterThanOrEqualTo(12).allSatisfy(query -> assertThat(faults(query, shared))
                .isEmpty());
    }

    @Test
    void sample_unknownField_isFound() throws IOException {
        assertThat(faults("query Sample { people(first: 1) { nodes { shoeSize } } }", Map.of()))
                .singleElement()
                .asString()
                .contains("shoeSize");
    }

    private static List<String> faults(String query, Map<String, String> shared) throws IOException {
        return Contract.faults(FILLED_IN
                .matcher(query)
                .replaceAll(hole -> Matcher.quoteReplacement(shared.getOrDefault(hole.group(1), "1"))));
    }
}
