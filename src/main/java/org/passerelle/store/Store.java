package org.passerelle.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.QueryConfig;
import org.neo4j.driver.Record;
import org.neo4j.driver.RoutingControl;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The graph behind a driver, wherever it runs: reads and writes by the names of statements in {@code
 * cypher/}. Every write is retried by the driver when the database says that a retry may help.
 */
public final class Store implements AutoCloseable {
    private static final int FETCH_SIZE = 5_000;

    private final Driver driver;
    private final AutoCloseable behind;
    private final Audiences audiences = new Audiences(this);

    private Store(Driver driver, AutoCloseable behind) {
        this.driver = driver;
        this.behind = behind;
    }

    /** A store over a driver that somebody else closes. */
    public static Store over(Driver driver) {
        return new Store(driver, () -> {});
    }

    /** Whether a failure is the database's own answer, which says what to do: no server there, wrong password. */
    public static boolean isRefusal(Throwable failure) {
        return failure instanceof Neo4jException;
    }

    /** Connects to a database by address. */
    public static Store connect(String uri, String user, String password) {
        return connect(uri, user, password, () -> {});
    }

    /** Connects to a database by address; closing the store closes what is behind it too. */
    static Store connect(String uri, String user, String password, AutoCloseable behind) {
        Driver driver = GraphDatabase.driver(uri, AuthTokens.basic(user, password), config());
        return new Store(driver, () -> {
            driver.close();
            behind.close();
        });
    }

    private static Config config() {
        return Config.builder()
                .withConnectionTimeout(10, TimeUnit.SECONDS)
                .withMaxTransactionRetryTime(30, TimeUnit.SECONDS)
                .withFetchSize(FETCH_SIZE)
                .build();
    }

    /** Waits until the database answers; fails after the driver's own patience. */
    public void verifyConnectivity() {
        driver.verifyConnectivity();
    }

    /** The audiences that readers belong to. */
    Audiences audiences() {
        return audiences;
    }

    /** All rows of a reading statement. */
    <T> List<T> read(String statement, Map<String, Object> parameters, Function<Record, T> row) {
        return driver
                .executableQuery(Statements.text(statement))
                .withParameters(parameters)
                .withConfig(
                        QueryConfig.builder().withRouting(RoutingControl.READ).build())
                .execute()
                .records()
                .stream()
                .map(row)
                .toList();
    }

    /**
     * All that a reading statement gives in stretches in order of key: one row each, of what comes after {@code $after}, at most
     * {@code $limit}, with the {@code last} key of the stretch, null after the end.
     *
     * @param more takes a stretch, and says whether to go on
     * @return whether the end was reached
     */
    boolean inStretches(String statement, int limit, Predicate<Record> more) {
        String last = "";
        do {
            Record stretch = read(statement, Map.of("after", last, "limit", limit), row -> row)
                    .getFirst();
            last = stretch.get("last").asString("");
            if (!more.test(stretch)) {
                return false;
            }
        } while (!last.isEmpty());
        return true;
    }

    /** Rows of a reading statement, one at a time and never twice: no retry; for answers larger than memory should hold. */
    void stream(String statement, Map<String, Object> parameters, java.util.function.Consumer<Record> row) {
        try (Session session = driver.session()) {
            session.run(Statements.text(statement), parameters).forEachRemaining(row);
        }
    }

    /** Runs work in one write transaction; the driver may run it again after a passing fault. */
    <T> T write(Function<Transaction, T> work) {
        try (Session session = driver.session()) {
            return session.executeWrite(context -> work.apply(new Transaction(context)));
        }
    }

    /** Runs one writing statement. */
    List<Record> write(String statement, Map<String, Object> parameters) {
        return write(transaction -> transaction.run(statement, parameters));
    }

    /** Runs a statement of the schema, which must stand alone in its transaction. */
    void schema(String text) {
        try (Session session = driver.session()) {
            session.run(text).consume();
        }
    }

    @Override
    public void close() {
        try {
            behind.close();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("The database did not close", failure);
        }
    }

    /** One write transaction. */
    static final class Transaction {
        private final TransactionContext context;

        private Transaction(TransactionContext context) {
            this.context = context;
        }

        /** Runs a statement by name and gives its rows. */
        List<Record> run(String statement, Map<String, Object> parameters) {
            return context.run(Statements.text(statement), parameters).list();
        }

        /** Runs a statement on columns, unless there is no row. */
        void run(String statement, Columns columns) {
            if (columns.rows() > 0) {
                context.run(Statements.text(statement), columns.parameters()).consume();
            }
        }
    }
}
