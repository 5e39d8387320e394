package org.passerelle.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One record of a text file: columns and their values. */
interface Row {
    /** What stands in the column: one value in a cell, several in a JSON array, none where it is empty. */
    List<String> values(String column);

    /** The column as it stands in JSON; null in other files and where it is absent. */
    default @Nullable JsonNode node(String column) {
        return null;
    }
}
