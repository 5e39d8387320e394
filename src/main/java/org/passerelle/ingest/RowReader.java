package org.passerelle.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one text file, one after the other; after a bad one it goes on behind it. */
interface RowReader extends Closeable {
    /** The next record, null after the last. */
    @Nullable
    Row next() throws IOException, BadRow;

    /** The names of the columns; null where every record names its own. */
    @Nullable
    List<String> columns();

    /** The line on which the last record began; while none was read, or after the end, the last line seen. */
    long line();

    /** The bytes of the last record, to be fed again; empty where they were too many to keep. */
    byte[] raw();

    /** The bytes of the line that names the columns; empty where there is none. */
    byte[] header();
}
