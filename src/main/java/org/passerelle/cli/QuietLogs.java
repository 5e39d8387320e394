package org.passerelle.cli;

import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** Keeps libraries from talking between the lines of a command; warnings and errors are still told. */
final class QuietLogs {
    // Held here, since the logging of the JDK forgets a logger that nobody holds, and its level with it.
    private static final List<Logger> HELD =
            List.of(Logger.getLogger("org.neo4j.driver"), Logger.getLogger("org.apache.lucene"));

    private QuietLogs() {}

    /** For a model of meaning: it works on the processor, and says at length that there is no other. */
    static void beginModel() {
        if (LoggerFactory.getLogger("ai.djl") instanceof ch.qos.logback.classic.Logger model) {
            model.setLevel(Level.ERROR);
        }
    }

    /** For commands that end; the server has its own settings. */
    static void begin() {
        HELD.forEach(logger -> logger.setLevel(java.util.logging.Level.SEVERE));
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }
}
