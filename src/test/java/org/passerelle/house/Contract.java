package org.passerelle.house;

import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The public contract, schema.graphqls, as far as it says which questions can be asked. */
final class Contract {
    private Contract() {}

    /** What is wrong with a query; nothing if it can be asked. */
    static List<String> faults(String query) throws IOException {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Files.readString(Path.of("schema.graphqls"))));
        return new Validator()
                .validateDocument(schema, new Parser().parseDocument(query), Locale.ENGLISH).stream()
                        .map(Object::toString)
                        .toList();
    }
}
