package org.passerelle.wirearchy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.MatchedEntries;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers how peers talk in threads: prompted by a manager or not, and what becomes of it when one enters. */
@Controller
class ThreadPeersController {
    private static final String METHOD = "Replies between peers in the " + ManagerEntries.HORIZON_DAYS
            + " days after a first manager enters a thread, less those after entries of people who manage nobody at like"
            + " points of other threads; threads drawn anew";

    private final Snapshots snapshots;
    private final HeavyAnswers answers;
    private final ContributionTimes times;
    private final GroupFloor floor;

    ThreadPeersController(Snapshots snapshots, HeavyAnswers answers, ContributionTimes times, GroupFloor floor) {
        this.snapshots = snapshots;
        this.answers = answers;
        this.times = times;
        this.floor = floor;
    }

    /** Both kinds, so that they can be kept as one answer. */
    private record Rows(List<ManagerEntry> rows) {}

    /** What becomes of threads that managers enter, as the reader may see it. */
    record ShownEntries(Provenance provenance, List<ShownEntry> rows) {}

    /** One kind of manager; figures are null unless SHOWN. */
    record ShownEntry(
            ManagerEntry.Kind kind,
            FigureState state,
            @Nullable Integer entries,
            @Nullable Integer matched,
            @Nullable Integer others,
            @Nullable Double after,
            @Nullable Double expected,
            @Nullable Estimate difference,
            ManagerEntry.@Nullable Sign sign,
            ManagerEntry whole) {
        static ShownEntry of(ManagerEntry entry, int peopleMin) {
            if (entry.entries() == 0 || entry.matched() == 0) {
                return withheld(entry, FigureState.NO_DATA);
            }
            // Of few managers it would say what each of them does to a conversation.
            if (entry.managers() < peopleMin || entry.people() < peopleMin) {
                return withheld(entry, FigureState.SUPPRESSED);
            }
            return new ShownEntry(
                    entry.kind(),
                    FigureState.SHOWN,
                    entry.entries(),
                    entry.matched(),
                    entry.others(),
                    entry.after(),
                    entry.expected(),
                    entry.difference(),
                    entry.sign(),
                    entry);
        }

        private static ShownEntry withheld(ManagerEntry entry, FigureState state) {
            return new ShownEntry(entry.kind(), state, null, null, null, null, null, null, null, entry);
        }
    }

    /** Exchange between peers, as the reader may see it. */
    record ShownPeers(FigureState state, @Nullable PeerFigures figures) {}

    @SchemaMapping(typeName = "Wirearchy")
    ShownEntries managerEntries(Wirearchy wirearchy, @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(wirearchy.snapshot());
        Window window = wirearchy.window();
        Rows found = answers.answer(
                new HeavyAnswers.Question("wirearchy.managerEntries", snapshot.version(), window),
                Rows.class,
                () -> new Rows(
                        read(snapshot, contributions -> ManagerEntries.compute(snapshot, contributions, window))));
        return new ShownEntries(
                new Provenance(
                        snapshot.version(),
                        METHOD,
                        List.of(
                                new Parameter("like", ManagerEntries.LIKE),
                                new Parameter("threadsMin", String.valueOf(MatchedEntries.THREADS_MIN)),
                                new Parameter("chart", "lines of the day of each turn")),
                        window),
                found.rows().stream()
                        .map(entry -> ShownEntry.of(entry, floor.of(reader)))
                        .toList());
    }

    @SchemaMapping(typeName = "ManagerEntry")
    @Nullable
    String sentence(ShownEntry entry, @Argument Language language) {
        return entry.state() == FigureState.SHOWN ? entry.whole().sentence().in(language) : null;
    }

    @SchemaMapping(typeName = "Wirearchy")
    ShownPeers peerExchange(Wirearchy wirearchy, @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.pinned(wirearchy.snapshot());
        PeerFigures figures = answers.answer(
                new HeavyAnswers.Question("wirearchy.peerExchange", snapshot.version(), wirearchy.window()),
                PeerFigures.class,
                () -> read(
                        snapshot, contributions -> PeerFigures.compute(snapshot, contributions, wirearchy.window())));
        if (figures.exchanges() == 0) {
            return new ShownPeers(FigureState.NO_DATA, null);
        }
        return figures.people() < floor.of(reader)
                ? new ShownPeers(FigureState.SUPPRESSED, null)
                : new ShownPeers(FigureState.SHOWN, figures);
    }

    private <A> A read(NetworkSnapshot snapshot, Function<DatedContributions, A> computation) {
        try {
            return computation.apply(times.of(snapshot));
        } catch (ContributionTimes.TooMany excess) {
            throw new LimitExceeded(excess.getMessage() + ", more than threads are read for.");
        }
    }
}
