package org.passerelle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionSearch.Request;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.LoadSink.Batch;
import org.passerelle.network.LoadSink.Combine;
import org.passerelle.network.LoadSink.Facts;
import org.passerelle.network.Visibility;
import org.passerelle.network.Window;

/** Members of a community ask, in a real database whose statements are counted. */
class AudiencesIT {
    private static final String SOURCE = "forum";
    private static final Instant START = Instant.parse("2025-03-03T09:00:00Z");
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private final Store store = TestStores.scratch();
    private final List<String> statements = new ArrayList<>();

    @BeforeEach
    void load() {
        List<Contribution> all = new ArrayList<>();
        for (String who : List.of("ann", "bob", "cid")) {
            all.add(Posts.post(
                    "c" + who,
                    START.plus(Duration.ofDays(all.size())),
                    ContributionKind.ANSWER,
                    new Account(SOURCE, who, who),
                    Visibility.COMPANY,
                    "community:board",
                    "en",
                    "A water hammer."));
        }
        GraphWriter writer = new GraphWriter(store);
        writer.write(new Batch(SOURCE, "d", 0, all.size(), Combine.LATEST, all, List.of(), Facts.none()));
        writer.finish(SOURCE);
    }

    /** A driver that writes down what it is asked. */
    private Driver listening(Driver driver) {
        return (Driver) Proxy.newProxyInstance(
                Driver.class.getClassLoader(), new Class<?>[] {Driver.class}, (_, method, arguments) -> {
                    if (method.getName().equals("executableQuery")) {
                        statements.add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(driver, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    private long readings() {
        String statement = Statements.text("read/communities-of-person");
        return statements.stream().filter(statement::equals).count();
    }

    private int asked(FullTextSearch search, Scope scope) {
        search.contributions(String.valueOf(scope.readerId()), scope);
        search.recentAnswers(Set.of("community:board"), scope);
        return search.search(new Request("hammer", Window.EVER, scope, Set.of(), 10))
                .hits()
                .size();
    }

    @Test
    void oneQuestion_inAllItsParts_readsTheCommunitiesOnce_andTheNextOneAgain() {
        TestStores.Address address = TestStores.address();
        load();
        String member = store.read(
                        "read/person-ids", Map.of(), row -> row.get("id").asString())
                .getFirst();
        try (Driver driver = GraphDatabase.driver(address.uri(), AuthTokens.basic("neo4j", address.password()))) {
            FullTextSearch search = new FullTextSearch(Store.over(listening(driver)), Glossary.none());
            Scope first = Scope.now(member, END);
            assertThat(asked(search, first)).isEqualTo(3);
            assertThat(readings()).isEqualTo(1);

            // The second question is equal to the first, and yet another one: what changed in between counts.
            store.write("load/empty-graph", Map.of());
            Scope second = Scope.now(member, END);
            assertThat(second).isEqualTo(first);
            assertThat(asked(search, second)).isZero();
            assertThat(readings()).isEqualTo(2);

            asked(search, Scope.now(null, END));
            assertThat(readings()).isEqualTo(2);
        }
    }
}
