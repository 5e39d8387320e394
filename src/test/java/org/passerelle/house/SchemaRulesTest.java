package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaRulesTest {

    @Test
    void contract_everyPart_isDescribedAndCapped() throws IOException {
        assertThat(SchemaRules.faults(Files.readString(Path.of("schema.graphqls"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type Query { \"A.\" a: Int }|Query: not described",
                "\"Q.\" type Query { a: Int }|Query.a: not described",
                "\"Q.\" type Query { \"A.\" a(b: Int): Int }|Query.a(b): not described",
                "\"E.\" enum E { ONE }|E.ONE: not described",
                "\"I.\" input I { one: Int }|I.one: not described",
                "scalar Day|Day: not described",
                "\"Q.\" type Query { \"Many.\" a: [Int!]! }|Query.a: a list that neither",
                "\"C.\" type PersonConnection { \"Some.\" others: [Int!]! }|PersonConnection.others: a list",
                "\"Q.\" type Query { \"A.\" a(\"Size.\" first: Int): Int }|Query.a(first): no default",
            })
    void sample_broken_isFound(String schema, String fault) {
        assertThat(SchemaRules.faults(schema)).singleElement().asString().startsWith(fault);
    }

    @Test
    void sample_good_passes() {
        assertThat(SchemaRules.faults(
                        "\"C.\" type PersonConnection { \"All.\" edges: [Int!]! \"At last, at most 1,000.\" a:"
                                + " [Int!] \"Page.\" b(\"Size.\" first: Int = 5): Int }"))
                .isEmpty();
    }
}
