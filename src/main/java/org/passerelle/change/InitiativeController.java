package org.passerelle.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Connection;
import org.passerelle.api.Forbidden;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.NotFound;
import org.passerelle.api.Paging;
import org.passerelle.api.Snapshots;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Initiative;
import org.passerelle.network.Initiatives;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Keeps what is tried to bring groups together, and tells it. */
@Controller
class InitiativeController {
    private static final int KEPT_MAX = 1_000;
    private static final int SCOPE_MAX = 100;
    private static final int GOAL_LENGTH_MAX = 500;
    private static final Set<Role> RECORDING = Set.of(Role.OPEN, Role.CONSULTANT, Role.ANALYST);

    private final Initiatives initiatives;
    private final Snapshots snapshots;
    private final Paging paging;
    private final Clock clock;

    InitiativeController(Initiatives initiatives, Snapshots snapshots, Paging paging, Clock clock) {
        this.initiatives = initiatives;
        this.snapshots = snapshots;
        this.paging = paging;
        this.clock = clock;
    }

    @MutationMapping
    Initiative recordInitiative(
            @Argument List<String> scope,
            @Argument LocalDate from,
            @Argument String goal,
            @ContextValue Reader reader) {
        if (!RECORDING.contains(reader.role())) {
            throw new Forbidden("Initiatives are recorded by those who compare groups.");
        }
        if (goal.isBlank() || goal.length() > GOAL_LENGTH_MAX) {
            throw new BadUserInput("`goal` takes 1 to " + GOAL_LENGTH_MAX + " characters.");
        }
        if (!Window.EVER.contains(from)) {
            throw new BadUserInput("`from` must be from " + Window.EVER.from() + " to " + Window.EVER.to() + ".");
        }
        Initiative initiative = new Initiative(
                UUID.randomUUID().toString(),
                known(scope),
                dimension(scope),
                from,
                goal.strip(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        if (!initiatives.record(initiative, KEPT_MAX)) {
            throw new LimitExceeded("There are " + KEPT_MAX + " initiatives already.");
        }
        return initiative;
    }

    private List<String> known(List<String> scope) {
        if (scope.isEmpty() || scope.size() > SCOPE_MAX) {
            throw new BadUserInput("`scope` takes 1 to " + SCOPE_MAX + " ids of groups, not " + scope.size() + ".");
        }
        for (String id : scope) {
            if (group(id).isEmpty()) {
                throw new NotFound("There is no group with the id '" + id + "'; `silos` lists the groups there are.");
            }
        }
        return scope;
    }

    private Dimension dimension(List<String> scope) {
        List<Dimension> dimensions = scope.stream()
                .flatMap(id -> group(id).stream())
                .map(Group::dimension)
                .distinct()
                .toList();
        if (dimensions.size() != 1) {
            throw new BadUserInput("The groups of `scope` must be of one dimension, not of " + dimensions + ".");
        }
        return dimensions.getFirst();
    }

    private Optional<Group> group(String id) {
        Chart chart = snapshots.newest().chart();
        return chart.group(id).or(() -> chart.groups(Dimension.BORDER).stream()
                .filter(side -> side.id().equals(id))
                .findFirst());
    }

    @QueryMapping
    Connection<Initiative> initiatives(@Argument int first, @Argument @Nullable String after) {
        List<Initiative> all = initiatives.all();
        return paging.page(all, Paging.Request.of(first, after, "initiatives", all.size()));
    }

    /** The groups by their names of today; one that is in the data no more is left out. */
    @SchemaMapping(typeName = "Initiative")
    List<Group> scope(Initiative initiative) {
        return initiative.scope().stream().flatMap(id -> group(id).stream()).toList();
    }
}
