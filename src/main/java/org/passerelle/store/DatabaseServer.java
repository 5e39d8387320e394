package org.passerelle.store;

import java.nio.file.Path;

/** A Neo4j that this process can start for itself; found by {@link java.util.ServiceLoader}. */
public interface DatabaseServer {
    /**
     * Starts the database of a directory, reachable by Bolt on loopback by user {@code neo4j}.
     *
     * @param directory where its files are; made when absent
     * @param boltPort port on 127.0.0.1
     * @param password of user {@code neo4j}; set at the first start of a directory
     */
    Running start(Path directory, int boltPort, String password);

    /** A started database. */
    interface Running extends AutoCloseable {
        /** Stops it and releases its files. */
        @Override
        void close();
    }
}
