package org.passerelle.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written.
 *
 * @param separator between cells; {@link #WHITESPACE} for runs of spaces and tabs
 * @param quote around cells; {@link #NO_QUOTE} where there is none
 * @param columns names of the columns of a file without header; null where the first line names them
 * @param comment start of lines to leave out; empty where there are none
 */
record FileOptions(
        char separator,
        char quote,
        Charset encoding,
        @Nullable List<String> columns,
        String comment) {
    static final char WHITESPACE = ' ' + 0x8000;
    static final char NO_QUOTE = 0;

    /** Comma, double quotes, UTF-8, names in the first line. */
    static FileOptions usual() {
        return new FileOptions(',', '"', StandardCharsets.UTF_8, null, "");
    }
}
