package org.passerelle.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BackgroundAnswers;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.passerelle.network.MarkedActs;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.OverviewItems.Offers;
import org.passerelle.network.Person;
import org.passerelle.network.Window;
import org.passerelle.overview.OverviewChoice.Chosen;
import org.passerelle.overview.OverviewChoice.Ranked;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Names;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers what somebody who sees the whole should know now. */
@Controller
class OverviewController {
    private final Snapshots snapshots;
    private final BackgroundAnswers background;
    private final List<OverviewItems> questions;
    private final MarkedActs acts;
    private final GroupFloor floor;
    private final Names names;

    OverviewController(
            Snapshots snapshots,
            BackgroundAnswers background,
            List<OverviewItems> questions,
            MarkedActs acts,
            GroupFloor floor,
            Names names) {
        this.snapshots = snapshots;
        this.background = background;
        this.questions = questions;
        this.acts = acts;
        this.floor = floor;
        this.names = names;
    }

    /** How far it is. */
    enum State {
        PENDING,
        READY
    }

    /** The page. */
    record Overview(
            State state,
            Window before,
            Window window,
            List<Shown> items,
            List<Quiet> quiet,
            List<String> lookedAt,
            int left,
            String method,
            Provenance provenance) {}

    /** An item as its reader sees it. */
    record Shown(
            String id,
            Section section,
            String sentence,
            String figure,
            double value,
            double certainty,
            String certaintyReason,
            double effect,
            int people,
            double priority,
            List<Person> who,
            String view,
            String query) {}

    /** A section without anything sure. */
    record Quiet(Section section, String sentence) {}

    /** What an overview depends on beside the snapshot. */
    private record Question(OverviewWindows windows, int peopleMin, String stamp) {}

    /** What was found, in both languages and for every reader with that floor. */
    private record Found(Chosen chosen, List<Bilingual> looked) {}

    @QueryMapping
    Overview overview(
            @Argument @Nullable WindowInput window,
            @Argument Language language,
            @Argument("snapshot") @Nullable String version,
            @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(version);
        Question question = new Question(windows(window, snapshot), floor.of(reader), acts.stamp());
        Optional<Found> found = background.answer(
                new HeavyAnswers.Question("overview", snapshot.version(), question),
                Found.class,
                () -> found(snapshot, question));
        return found.map(known -> shown(known, question, snapshot, language, reader))
                .orElseGet(() ->
                        overview(State.PENDING, question, snapshot, language, List.of(), List.of(), List.of(), 0));
    }

    private static OverviewWindows windows(@Nullable WindowInput window, NetworkSnapshot snapshot) {
        Window extent = snapshot.extent();
        if (window == null) {
            Window known = extent.equals(Window.EVER)
                    ? new Window(Snapshots.lastDay(snapshot).minusDays(1), Snapshots.lastDay(snapshot))
                    : extent;
            return OverviewWindows.usual(known, Snapshots.lastDay(snapshot));
        }
        Window asked = WindowInput.resolve(window, snapshot);
        if (asked.from().isBefore(Window.EVER.from().plusYears(100))
                || asked.to().isAfter(Window.EVER.to())) {
            throw new BadUserInput("`window` must lie from 2000-01-01 to " + Window.EVER.to() + ".");
        }
        OverviewWindows around = OverviewWindows.around(asked);
        if (around.before().to().isBefore(extent.from())
                || around.window().from().isAfter(extent.to())) {
            throw new BadUserInput("The data are from " + extent.from() + " to " + extent.to()
                    + "; there is nothing before `window` to compare it with. Take a later or shorter one.");
        }
        return around;
    }

    private Found found(NetworkSnapshot snapshot, Question question) {
        if (snapshot.extent().equals(Window.EVER)) {
            // Nothing was loaded yet, or nobody exchanged: there is nothing to look at.
            return new Found(OverviewChoice.choose(List.of(), 0), List.of());
        }
        OverviewItems.Ask ask = new OverviewItems.Ask(
                snapshot, question.windows().before(), question.windows().window(), question.peopleMin());
        List<OverviewItem> items = new ArrayList<>();
        List<Bilingual> looked = new ArrayList<>();
        // In the order of their names, whatever order Spring found them in.
        questions.stream()
                .sorted(java.util.Comparator.comparing(each -> each.getClass().getName()))
                .forEach(each -> {
                    Offers offers = each.offers(ask);
                    items.addAll(offers.items());
                    looked.addAll(offers.looked());
                });
        return new Found(OverviewChoice.choose(items, snapshot.people().size()), looked);
    }

    private Overview shown(Found found, Question question, NetworkSnapshot snapshot, Language language, Reader reader) {
        List<Quiet> quiet = Stream.of(Section.values())
                .filter(section -> !found.chosen().has(section))
                .map(section -> new Quiet(
                        section,
                        Objects.requireNonNull(OverviewWords.NOTHING.get(section))
                                .in(language)))
                .toList();
        return overview(
                State.READY,
                question,
                snapshot,
                language,
                found.chosen().items().stream()
                        .map(ranked -> shown(ranked, language, reader))
                        .toList(),
                quiet,
                found.looked().stream().map(each -> each.in(language)).toList(),
                found.chosen().left());
    }

    private Shown shown(Ranked ranked, Language language, Reader reader) {
        OverviewItem item = ranked.item();
        return new Shown(
                // The key may hold a person's id; whoever may not see that person sees where the item is about one.
                item.who().stream().allMatch(person -> names.mayName(person, reader)) ? item.key() : item.family(),
                item.section(),
                item.sentence().in(language),
                item.figure().in(language),
                item.value(),
                item.certainty().value(),
                item.certainty().reason().in(language),
                item.effect(),
                item.people(),
                ranked.priority(),
                item.who().stream()
                        .filter(person -> names.mayName(person, reader))
                        .toList(),
                item.view(),
                item.query());
    }

    private static Overview overview(
            State state,
            Question question,
            NetworkSnapshot snapshot,
            Language language,
            List<Shown> items,
            List<Quiet> quiet,
            List<String> lookedAt,
            int left) {
        OverviewWindows windows = question.windows();
        return new Overview(
                state,
                windows.before(),
                windows.window(),
                items,
                quiet,
                lookedAt,
                left,
                OverviewWords.METHOD.in(language),
                Provenance.of(
                        snapshot,
                        windows.window(),
                        OverviewWords.METHOD.english(),
                        new Parameter(
                                "before",
                                windows.before().from() + " to "
                                        + windows.before().to()),
                        new Parameter("itemsMax", String.valueOf(OverviewChoice.ITEMS_MAX)),
                        new Parameter("familyMax", String.valueOf(OverviewChoice.FAMILY_MAX)),
                        new Parameter("certaintyMin", String.valueOf(OverviewChoice.CERTAINTY_MIN)),
                        new Parameter("peopleMin", String.valueOf(question.peopleMin()))));
    }
}
