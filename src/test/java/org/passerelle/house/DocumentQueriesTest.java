package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query in the documents is one that the contract answers. */
class DocumentQueriesTest {
    private static final Pattern BLOCK = Pattern.compile("```graphql\\n(.*?)```", Pattern.DOTALL);

    @Test
    void documents_everyQuery_isValid() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                queries.addAll(queries(Files.readString(file)));
            }
        }
        assertThat(queries).hasSizeGreaterThanOrEqualTo(7).allSatisfy(query -> assertThat(Contract.faults(query))
                .isEmpty());
    }

    @Test
    void sample_twoQueriesOfWhichOneIsWrong_isFound() throws IOException {
        List<String> queries = queries("Ask:\n```graphql\n{ dataset { people } }\n{ dataset { shoes } }\n```\n");
        assertThat(queries).hasSize(2);
        assertThat(Contract.faults(queries.getFirst())).isEmpty();
        assertThat(Contract.faults(queries.getLast()))
                .singleElement()
                .asString()
                .contains("shoes");
    }

    /** A block may hold several, one pair of outer braces each. */
    private static List<String> queries(String document) {
        List<String> queries = new ArrayList<>();
        for (String block : BLOCK.matcher(document)
                .results()
                .map(DocumentQueriesTest::inside)
                .toList()) {
            int depth = 0;
            int start = 0;
            for (int at = 0; at < block.length(); at++) {
                depth += block.charAt(at) == '{' ? 1 : block.charAt(at) == '}' ? -1 : 0;
                if (depth == 0 && block.charAt(at) == '}') {
                    queries.add(block.substring(start, at + 1));
                    start = at + 1;
                }
            }
        }
        return queries;
    }

    private static String inside(MatchResult block) {
        return block.group(1);
    }
}
