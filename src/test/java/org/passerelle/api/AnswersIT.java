package org.passerelle.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.SchemaReport;
import tools.jackson.databind.JsonNode;

/** What the whole server says of itself and of its data. */
class AnswersIT extends AskedDemonstration {
    @Test
    void schemaInspection_ofTheWholeServer_findsNothing(@Autowired Inspection inspection) {
        SchemaReport report = inspection.report.get();
        assertThat(report).isNotNull();
        assertThat(report.unmappedFields()).isEmpty();
        assertThat(report.unmappedRegistrations()).isEmpty();
        assertThat(report.unmappedArguments()).isEmpty();
        assertThat(report.fieldNullnessErrors()).isEmpty();
        assertThat(report.argumentNullnessErrors()).isEmpty();
        assertThat(report.skippedTypes()).isEmpty();
    }

    @Test
    void people_allPages_holdEverybodyOnce() throws Exception {
        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = Map.of();
        boolean more = true;
        while (more) {
            JsonNode page = ask(
                            "query($after: String) { people(first: 100, after: $after) { totalCount nodes { id unit { id } }"
                                    + " pageInfo { endCursor hasNextPage } } }",
                            variables)
                    .at("/data/people");
            seen.addAll(texts(page.at("/nodes"), "/id"));
            more = page.at("/pageInfo/hasNextPage").asBoolean();
            variables = Map.of("after", page.at("/pageInfo/endCursor").asString());
            assertThat(seen.size()).isLessThanOrEqualTo(page.at("/totalCount").asInt());
        }
        assertThat(seen).hasSizeGreaterThan(400).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void dataset_demonstration_saysWhoIsMissing() throws Exception {
        JsonNode dataset = ask(
                        "{ dataset { people contributions ties extent { from to } coverage { channel month people }"
                                + " contributors { group { id } people contributors state } } }",
                        Map.of())
                .at("/data/dataset");
        assertThat(dataset.at("/people").asInt()).isGreaterThan(400);
        assertThat(dataset.at("/extent/to").asString()).isEqualTo("2025-12-31");
        assertThat(texts(dataset.at("/contributors"), "/state")).contains("SHOWN", "NO_DATA");
    }
}
