package org.passerelle.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.Forbidden;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Paging;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what would be if people left, met or moved, or groups merged. */
@Controller
class SimulationController {
    static final int UNIT_DEPTH_MAX = 20;
    private static final int ALTERATIONS_MAX = 20;
    private static final int IDS_MAX = 100;
    private static final Bilingual METHOD = new Bilingual(
            "The same figures on the network as it is and on an altered copy: ties within and "
                    + "between groups; mean of 1 / steps between people of different groups who stay; components; shares of "
                    + "shortest paths between groups (Brandes)",
            "Les mêmes mesures sur le réseau tel qu’il est et sur une copie changée\u00a0: liens dans et entre les groupes\u00a0; moyenne "
                    + "de 1 / pas entre personnes de groupes différents qui restent\u00a0; morceaux\u00a0; parts des plus courts chemins entre "
                    + "groupes (Brandes)");

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final GroupFloor floor;
    private final Names names;
    /** The organisation as it is, of whoever asked last: a consultant tries one thing after the other on it. */
    private final AtomicReference<@Nullable SimulationGround> last = new AtomicReference<>();

    SimulationController(Snapshots snapshots, HeavyAnswers answers, GroupFloor floor, Names names) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.floor = floor;
        this.names = names;
    }

    /** One alteration; exactly one of its parts is given. */
    record AlterationInput(
            @Nullable List<String> remove,
            @Nullable List<String> tie,
            @Nullable MoveInput move,
            @Nullable List<String> merge) {}

    /** Who moves where to. */
    record MoveInput(
            @Nullable List<String> people, @Nullable String team, String to) {}

    @QueryMapping
    Simulation simulate(
            @Argument List<AlterationInput> changes,
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable WindowInput window,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        if (changes.isEmpty() || changes.size() > ALTERATIONS_MAX) {
            throw new BadUserInput("`changes` takes 1 to " + ALTERATIONS_MAX + " changes, not " + changes.size() + ".");
        }
        NetworkSnapshot snapshot = snapshots.pinned(version);
        SimulationQuestion question = new SimulationQuestion(
                dimension,
                unitDepth,
                WindowInput.ofGroups(window, snapshot, floor.of(reader)),
                changes.stream().map(SimulationController::alteration).toList(),
                floor.of(reader));
        SimulationGround ground = ground(snapshot, question);
        allowed(ground, question, reader);
        return answers.answer(
                new HeavyAnswers.Question("simulate", snapshot.version(), question),
                Simulation.class,
                () -> Simulations.compute(ground, question));
    }

    private SimulationGround ground(NetworkSnapshot snapshot, SimulationQuestion question) {
        Window window = snapshot.withData(question.window());
        SimulationGround known = last.get();
        if (known != null
                && known.snapshot().version().equals(snapshot.version())
                && known.window().equals(window)
                && known.grouping().dimension() == question.dimension()
                && known.unitDepth() == question.unitDepth()) {
            return known;
        }
        SimulationGround ground =
                SimulationGround.of(snapshot, question.dimension(), question.unitDepth(), question.window());
        last.set(ground);
        return ground;
    }

    private static Alteration alteration(AlterationInput input) {
        List<Alteration> given = new ArrayList<>();
        if (input.remove() != null) {
            given.add(new Alteration.Leaving(ids("remove", input.remove(), 1)));
        }
        if (input.tie() != null) {
            List<String> pair = ids("tie", input.tie(), 2);
            if (pair.size() != 2) {
                throw new BadUserInput("`tie` takes the ids of two people.");
            }
            given.add(new Alteration.Meeting(pair.get(0), pair.get(1)));
        }
        if (input.move() != null) {
            List<String> people = input.move().people();
            given.add(new Alteration.Move(
                    people == null ? List.of() : ids("people", people, 0),
                    input.move().team(),
                    input.move().to()));
        }
        if (input.merge() != null) {
            given.add(new Alteration.Merger(ids("merge", input.merge(), 2)));
        }
        if (given.size() != 1) {
            throw new BadUserInput("Every change is exactly one of `remove`, `tie`, `move` and `merge`.");
        }
        return given.getFirst();
    }

    private static List<String> ids(String name, List<String> ids, int least) {
        if (ids.size() < least || ids.size() > IDS_MAX) {
            throw new BadUserInput(
                    "`" + name + "` takes " + least + " to " + IDS_MAX + " ids, not " + ids.size() + ".");
        }
        return ids;
    }

    /**
     * What one person's leaving changes tells that person's ties, and so does the move of a small team: both are for
     * people who agreed, and for readers who see everybody anyway.
     */
    private void allowed(SimulationGround ground, SimulationQuestion question, Reader reader) {
        for (Alteration alteration : question.alterations()) {
            List<String> people =
                    switch (alteration) {
                        case Alteration.Leaving leaving -> leaving.personIds();
                        case Alteration.Meeting meeting -> List.of(meeting.personId(), meeting.otherId());
                        case Alteration.Move move -> move.personIds();
                        case Alteration.Merger _ -> List.of();
                    };
            for (String id : people) {
                Person person = ground.snapshot().chart().person(id).orElse(null);
                if (person != null && !names.mayName(person, reader)) {
                    throw new Forbidden("In your role a change may name people who agreed to be found, and yourself; "
                            + "or a team as a whole.");
                }
            }
            if (alteration instanceof Alteration.Move(List<String> _, String team, String _)
                    && team != null
                    && AlteredNetwork.members(ground, team).size() < floor.of(reader)) {
                throw new Forbidden("In your role a team that moves has at least " + floor.of(reader) + " people.");
            }
        }
    }

    /** All shifts of a question, so that they can be kept as one answer. */
    private record Shifts(List<LoadShift> shifts) {}

    @SchemaMapping(typeName = "Simulation")
    List<LoadShift> loads(Simulation simulation, @Argument int first, @ContextValue Reader reader) {
        checkFirst(first);
        Shifts shifts = answers.answer(
                new HeavyAnswers.Question("simulate.loads", simulation.snapshot(), simulation.question()),
                Shifts.class,
                () -> new Shifts(Loads.compute(
                        ground(snapshots.pinned(simulation.snapshot()), simulation.question()),
                        simulation.question())));
        return shifts.shifts().stream()
                .limit(first)
                .map(shift -> shift.shownAs(names.inPosition(shift.person(), reader)))
                .toList();
    }

    @SchemaMapping(typeName = "Fragments")
    int peopleCutOff(Fragments fragments) {
        return fragments.cutOff().size();
    }

    @SchemaMapping(typeName = "Fragments")
    List<Person> cutOff(Fragments fragments, @Argument int first, @ContextValue Reader reader) {
        checkFirst(first);
        // By what is shown: the order of the ids behind pseudonyms would say something about them.
        return fragments.cutOff().stream()
                .map(person -> names.inPosition(person, reader))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .limit(first)
                .toList();
    }

    static void checkFirst(int first) {
        if (first < 1 || first > Paging.FIRST_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + Paging.FIRST_MAX + ", not " + first + ".");
        }
    }

    @SchemaMapping(typeName = "Simulation")
    Provenance provenance(Simulation simulation) {
        SimulationQuestion question = simulation.question();
        return new Provenance(
                simulation.snapshot(),
                METHOD,
                List.of(
                        new Parameter("dimension", question.dimension().name()),
                        new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                        new Parameter("chart", "the group held longest in the window; teams of its last day"),
                        new Parameter(
                                "changes",
                                String.format(
                                        Locale.ROOT,
                                        "%d",
                                        question.alterations().size())),
                        new Parameter(
                                "efficiencySources",
                                simulation.sources() == 0
                                        ? "everybody"
                                        : Objects.toString(simulation.sources()) + " people, drawn with seed 1")),
                simulation.window());
    }
}
