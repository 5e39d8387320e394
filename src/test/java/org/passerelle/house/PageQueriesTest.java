package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every query that the page and the query editor's examples ask is one that the contract answers. */
class PageQueriesTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    /** A text of a module that is a query, whatever quotes it; what is filled in stands for a number. */
    private static final Pattern QUERY = Pattern.compile("[`'](?:#[^`]*?\\n\\n)?(query \\w[^`']*)[`']");

    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{[^}]*}");

    @Test
    void page_everyQuery_isValid() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(STATIC)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                QUERY.matcher(Files.readString(file)).results().forEach(found -> queries.add(found.group(1)));
            }
        }

        assertThat(queries).hasSizeGreaterThanOrEqualTo(12).allSatisfy(query -> assertThat(faults(query))
                .isEmpty());
    }

    @Test
    void sample_unknownField_isFound() throws IOException {
        assertThat(faults("query Sample { people(first: 1) { nodes { shoeSize } } }"))
                .singleElement()
                .asString()
                .contains("shoeSize");
    }

    private static List<String> faults(String query) throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Path.of("schema.graphqls"))));
        String filled = FILLED_IN.matcher(query).replaceAll("1");
        return new Validator()
                .validateDocument(schema, new Parser().parseDocument(filled), Locale.ENGLISH).stream()
                        .map(Object::toString)
                        .toList();
    }
}
