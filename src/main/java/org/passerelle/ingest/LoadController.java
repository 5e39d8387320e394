package org.passerelle.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.network.Coverage.LoadRecord;
import org.passerelle.network.LoadState;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/** Starts, stops and tells of loads. */
@Controller
class LoadController {
    private final LoadDesk desk;
    private final Paging paging;

    LoadController(LoadDesk desk, Paging paging) {
        this.desk = desk;
        this.paging = paging;
    }

    /** A load in the shape of the schema. */
    record LoadAnswer(
            String id,
            String source,
            String format,
            LoadState state,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long read,
            long loaded,
            long alreadyThere,
            long replaced,
            List<QuarantineCount> quarantined,
            @Nullable String failure) {
        static LoadAnswer of(LoadRecord load) {
            return new LoadAnswer(
                    load.id(),
                    load.source(),
                    load.format(),
                    load.state(),
                    load.started(),
                    load.finished(),
                    load.summary().read(),
                    load.summary().loaded(),
                    load.summary().alreadyThere(),
                    load.summary().replaced(),
                    load.summary().quarantined().entrySet().stream()
                            .map(count -> new QuarantineCount(count.getKey(), count.getValue()))
                            .toList(),
                    load.failure());
        }
    }

    /** Rows set aside for one reason. */
    record QuarantineCount(String code, long rows) {}

    @QueryMapping
    Connection<LoadAnswer> loads(@Argument int first, @Argument @Nullable String after) {
        List<LoadAnswer> loads = desk.loads().stream().map(LoadAnswer::of).toList();
        return paging.page(loads, Paging.Request.of(first, after, "loads"));
    }

    @MutationMapping
    LoadAnswer startLoad(@Argument LoadDesk.Wish input) {
        if (input.paths().isEmpty()) {
            throw new BadUserInput("`paths` must name at least one file or folder of HOME/inbox.");
        }
        try {
            return LoadAnswer.of(desk.start(input));
        } catch (UnusableInput wrong) {
            throw new BadUserInput(String.valueOf(wrong.getMessage()));
        }
    }

    @MutationMapping
    LoadAnswer cancelLoad(@Argument String id) {
        return LoadAnswer.of(desk.cancel(id).orElseThrow(() -> unknown(id)));
    }

    @SubscriptionMapping
    Flux<LoadAnswer> loadProgress(@Argument String id) {
        return desk.progress(id).orElseThrow(() -> unknown(id)).map(LoadAnswer::of);
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no load " + id + ".");
    }
}
