package org.passerelle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;
import org.passerelle.network.Activity;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Window;

/** Acts and volumes of communities, straight from the graph. */
public final class CommunityActivity implements Activity {
    private final Store store;

    /** Reads from this store. */
    public CommunityActivity(Store store) {
        this.store = store;
    }

    @Override
    public List<Act> acts(String communityId, Window window) {
        List<Act> acts = new ArrayList<>();
        store.stream(
                "read/acts",
                Map.of(
                        "community", communityId,
                        "from", Contributions.day(window.from()),
                        "to", Contributions.day(window.to())),
                row -> acts.add(new Act(
                        row.get("key").asString(),
                        row.get("person").asString(),
                        Instant.ofEpochMilli(row.get("at").asLong()),
                        ContributionKind.valueOf(row.get("kind").asString()),
                        row.get("thread").asString(),
                        row.get("repliesTo").asString(null),
                        row.get("resolves").asString(null),
                        row.get("reactors").asList(Value::asString),
                        row.get("mentioned").asList(Value::asString))));
        return acts;
    }

    @Override
    public List<Volume> volumes(Window window) {
        return store.read(
                "read/volumes",
                Map.of("from", Contributions.day(window.from()), "to", Contributions.day(window.to())),
                row -> new Volume(
                        row.get("community").asString(),
                        row.get("contributions").asInt(),
                        row.get("people").asInt(),
                        row.get("threads").asInt()));
    }
}
