package org.passerelle.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.BoltConnector.EncryptionLevel;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.fleetmanagement.FleetManagementSettings;
import org.passerelle.store.DatabaseServer;

/** Neo4j Community inside this process, with its Bolt connector on loopback and authentication on. */
public final class EmbeddedDatabase implements DatabaseServer {
    private static final String PASSWORD_MARK = "password-set";

    @Override
    public Running start(Path directory, int boltPort, String password) {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(directory)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", boltPort))
                .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", boltPort))
                .setConfig(BoltConnector.encryption_level, EncryptionLevel.DISABLED)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(
                        GraphDatabaseSettings.pagecache_memory, PageCacheSize.of(directory.resolve("data/databases")))
                .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofMinutes(30))
                // Kept for two days otherwise: a large load would leave as much of them as of data.
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "512M size")
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(FleetManagementSettings.fleet_manager_enabled, false)
                .build();
        try {
            setPassword(service, directory, password);
        } catch (RuntimeException failure) {
            service.shutdown();
            throw failure;
        }
        return service::shutdown;
    }

    // ALTER USER refuses the password that is already set, so a mark remembers that it was.
    private static void setPassword(DatabaseManagementService service, Path directory, String password) {
        Path mark = directory.resolve(PASSWORD_MARK);
        if (Files.exists(mark)) {
            return;
        }
        service.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        try {
            Files.createFile(mark);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
