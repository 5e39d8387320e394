package org.passerelle.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedContributions.Place;
import org.passerelle.network.NetworkSnapshot;

/** Who contributed when, straight from the graph in stretches; those of the snapshot asked about last are kept. */
public final class StoredContributionTimes implements ContributionTimes {
    private static final int STRETCH = 20_000;

    private final Store store;
    private @Nullable Held held;

    private record Held(String version, DatedContributions contributions) {}

    /** Reads from this store. */
    public StoredContributionTimes(Store store) {
        this.store = store;
    }

    @Override
    public synchronized DatedContributions of(NetworkSnapshot snapshot) {
        Held last = held;
        if (last == null || !last.version().equals(snapshot.version())) {
            last = new Held(snapshot.version(), read(snapshot));
            held = last;
        }
        return last.contributions();
    }

    private DatedContributions read(NetworkSnapshot snapshot) {
        DatedContributions.Builder builder = new DatedContributions.Builder();
        int[] rows = {0};
        boolean whole = store.inStretches("read/contribution-times", STRETCH, stretch -> {
            rows[0] += add(stretch, snapshot, builder);
            return rows[0] <= DatedContributions.ROWS_MAX - STRETCH;
        });
        if (!whole) {
            throw new TooMany();
        }
        return builder.build();
    }

    /** Leaves out whoever is not in the snapshot: a load may have gone on since. */
    private static int add(Record stretch, NetworkSnapshot snapshot, DatedContributions.Builder builder) {
        List<Long> ats = stretch.get("ats").asList(Value::asLong);
        List<String> people = texts(stretch, "people");
        List<String> kinds = texts(stretch, "kinds");
        List<String> channels = texts(stretch, "channels");
        List<String> communities = texts(stretch, "communities");
        List<String> threads = texts(stretch, "threads");
        List<String> answereds = texts(stretch, "answereds");
        for (int row = 0; row < ats.size(); row++) {
            int person = snapshot.vertex(people.get(row)).orElse(DatedContributions.NONE);
            if (person != DatedContributions.NONE) {
                String community = communities.get(row);
                builder.add(
                        person,
                        Instant.ofEpochMilli(ats.get(row)),
                        ContributionKind.valueOf(kinds.get(row)),
                        new Place(channels.get(row), community.isEmpty() ? null : community, threads.get(row)),
                        snapshot.vertex(answereds.get(row)).orElse(DatedContributions.NONE));
            }
        }
        return ats.size();
    }

    private static List<String> texts(Record stretch, String column) {
        return stretch.get(column).asList(Value::asString);
    }
}
