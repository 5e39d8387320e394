package org.passerelle.introduction;

import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.NotFound;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Suppressed;
import org.passerelle.api.WindowInput;
import org.passerelle.introduction.Meeting.Side;
import org.passerelle.measure.OpeningTies;
import org.passerelle.network.ContributionSearch.Scope;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OptOuts;
import org.passerelle.network.Person;
import org.passerelle.network.ProfileBook;
import org.passerelle.network.TakingPart;
import org.passerelle.network.Window;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers which few meetings would open silos most. */
@Controller
class MeetingController {
    private static final int UNIT_DEPTH_MAX = 20;
    private static final int SUBJECTS_MAX = 5;
    private static final String METHOD = "Ties that add most to the mean of 1 / steps over pairs of people of different"
            + " groups (Latora and Marchiori), one after the other: each adds most of all allowed ones beside those"
            + " before it. `gainMax` is a proven limit for any set of as many";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final OptOuts optOuts;
    private final TakingPart takingPart;
    private final ProfileBook profiles;
    private final Names names;
    private final GroupFloor floor;

    MeetingController(
            Snapshots snapshots,
            HeavyAnswers answers,
            OptOuts optOuts,
            TakingPart takingPart,
            ProfileBook profiles,
            Names names,
            GroupFloor floor) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.optOuts = optOuts;
        this.takingPart = takingPart;
        this.profiles = profiles;
        this.names = names;
        this.floor = floor;
    }

    @QueryMapping
    ShownPlan introductions(
            @Argument Dimension dimension,
            @Argument int unitDepth,
            @Argument @Nullable List<String> between,
            @Argument @Nullable WindowInput window,
            @Argument int first,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        MeetingQuestion question = question(dimension, unitDepth, between, window, first, snapshot, reader);
        MeetingPlan plan = plan(snapshot, question);
        if (!question.between().isEmpty() && plan.smallestGroup() < floor.of(reader)) {
            throw new Suppressed("One of the two groups has so few people that a figure would speak of them one by one;"
                    + " ask about larger groups, or about all.");
        }
        List<Person> people = plan.meetings().stream()
                .flatMap(meeting -> meeting.sides().stream().map(Side::person))
                .toList();
        SharedSubjects subjects = SharedSubjects.of(
                people,
                new SharedSubjects.Sources(
                        snapshot.chart(),
                        takingPart,
                        profiles,
                        question.window(),
                        scope(reader, question.window()),
                        question.readable()));
        List<ShownMeeting> meetings = plan.meetings().stream()
                .map(meeting -> shown(meeting, subjects, reader))
                .toList();
        return new ShownPlan(
                provenance(snapshot, question, plan),
                plan.efficiency(),
                plan.efficiencyInterval(),
                plan.pairs(),
                plan.gain(),
                plan.gainMax(),
                meetings,
                ShownPlan.LeftOut.of(plan.leftOut(), floor.of(reader)));
    }

    private ShownMeeting shown(Meeting meeting, SharedSubjects subjects, Reader reader) {
        Person one = meeting.sides().getFirst().person();
        Person other = meeting.sides().getLast().person();
        // A circle that somebody writes in could undo a pseudonym.
        boolean named = names.mayName(one, reader) && names.mayName(other, reader);
        return ShownMeeting.of(
                meeting,
                named ? subjects.of(one, other, SUBJECTS_MAX) : List.of(),
                person -> names.inPosition(person, reader),
                floor.of(reader));
    }

    /** What the reader may read of what was there when the window ended. */
    private static Scope scope(Reader reader, Window window) {
        return Scope.now(
                reader.personId(),
                window.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private MeetingPlan plan(NetworkSnapshot snapshot, MeetingQuestion question) {
        try {
            return answers.answer(
                    new HeavyAnswers.Question("introductions", snapshot.version(), question),
                    MeetingPlan.class,
                    () -> Meetings.compute(snapshot, question));
        } catch (Meetings.UnknownGroup unknown) {
            throw new NotFound(unknown.sentence());
        }
    }

    private MeetingQuestion question(
            Dimension dimension,
            int unitDepth,
            @Nullable List<String> between,
            @Nullable WindowInput window,
            int first,
            NetworkSnapshot snapshot,
            Reader reader) {
        if (unitDepth < 0 || unitDepth > UNIT_DEPTH_MAX) {
            throw new BadUserInput("`unitDepth` must be from 0 to " + UNIT_DEPTH_MAX + ", not " + unitDepth + ".");
        }
        if (first < 1 || first > OpeningTies.Parameters.TIES_LIMIT) {
            throw new BadUserInput(
                    "`first` must be from 1 to " + OpeningTies.Parameters.TIES_LIMIT + ", not " + first + ".");
        }
        if (between != null && between.stream().distinct().count() != 2) {
            throw new BadUserInput("`between` takes the ids of two different groups.");
        }
        return new MeetingQuestion(
                dimension,
                unitDepth,
                WindowInput.resolve(window, snapshot),
                between == null ? List.of() : between,
                first,
                reader.readableTies(),
                optOuts.notSuggested());
    }

    private static Provenance provenance(NetworkSnapshot snapshot, MeetingQuestion question, MeetingPlan plan) {
        return Provenance.of(
                snapshot,
                question.window(),
                METHOD,
                new Parameter("dimension", question.dimension().name()),
                new Parameter("unitDepth", String.valueOf(question.unitDepth())),
                new Parameter(
                        "between", question.between().isEmpty() ? "all" : String.join(" and ", question.between())),
                new Parameter("a step", "at least three interactions in the window, both ways together"),
                new Parameter("meetings of one person", "at most " + Meetings.PER_PERSON_MAX),
                new Parameter(
                        "introduction",
                        plan.introducersTold()
                                ? "at most three steps over acquaintances of the last twelve months"
                                : "not told, because all exchanges are private; at most three steps in the network"),
                new Parameter("chart", "of the last day of the window"));
    }
}
