package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every example that the query editor begins with, asked as it stands. */
class ExampleAnswersIT extends AskedDemonstration {
    private static final Path EXAMPLES = Path.of("src/main/resources/static/graphiql/examples.js");
    /** Nothing need fade, and nothing need have been tried. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("bridgeTies", "initiatives");

    private static final Pattern EXAMPLE = Pattern.compile("`([^`]+)`");

    static Stream<String> examples() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(EXAMPLES))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(17);
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void example_askedOfTheDemonstration_answersAndFindsSomething(String example) throws Exception {
        JsonNode answer = ask(example, Map.of());
        assertThat(answer.path("errors").isMissingNode()).as("%s", answer).isTrue();
        assertThat(answer.get("data").properties()).as(example).isNotEmpty();
        answer.get("data").properties().forEach(field -> {
            if (field.getValue().has("nodes") && !MAY_BE_EMPTY.contains(field.getKey())) {
                assertThat(field.getValue().get("nodes").size())
                        .as(field.getKey())
                        .isPositive();
            }
            assertThat(field.getValue().isNull()).as(field.getKey()).isFalse();
        });
    }
}
