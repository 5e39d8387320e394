package org.passerelle.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Coverage;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what was loaded and who is missing. */
@Controller
class DatasetController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final int CONTRIBUTORS_MAX = 2_000;

    private final Snapshots snapshots;
    private final Coverage coverage;
    private final GroupFloor floor;

    DatasetController(Snapshots snapshots, Coverage coverage, GroupFloor floor) {
        this.snapshots = snapshots;
        this.coverage = coverage;
        this.floor = floor;
    }

    @QueryMapping
    Dataset dataset(@Argument @Nullable WindowInput window) {
        NetworkSnapshot snapshot = snapshots.newest();
        return Dataset.of(snapshot, coverage.totals(), WindowInput.resolve(window, snapshot));
    }

    @SchemaMapping(typeName = "Dataset", field = "coverage")
    List<Dataset.Cell> cells(Dataset dataset) {
        return Dataset.cells(coverage.cells(), dataset.window());
    }

    @SchemaMapping(typeName = "Dataset")
    List<Dataset.Contributors> contributors(
            Dataset dataset,
            @Argument Dimension dimension,
            @Argument @Nullable Integer unitDepth,
            @ContextValue Reader reader) {
        if (unitDepth == null || unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        List<Dataset.Contributors> contributors = Dataset.contributors(
                snapshots.pinned(dataset.snapshot()),
                dataset.window(),
                dimension,
                unitDepth,
                coverage.contributorIds(dataset.window()),
                floor,
                reader);
        if (contributors.size() > CONTRIBUTORS_MAX) {
            throw new LimitExceeded(
                    "There are " + contributors.size() + " groups; at most " + CONTRIBUTORS_MAX
                            + " are listed. Choose a level nearer the roots (`unitDepth: 1` is theirs) or another `dimension`.");
        }
        return contributors;
    }
}
