package org.passerelle.silo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieFilter;
import org.passerelle.network.ToldUnits;

/**
 * The E-I index channel by channel beside that of all channels together: what one would believe who could read only
 * one. Blocks of two weeks are drawn again for channel and whole at once, so that a busy week does not look like a
 * difference; the interval is the wider one of that and of what pairs who happen to be close leave open ({@link
 * ChannelPairs}). Withheld is a channel that too few people use; when only one is, the least used other one is too, for the
 * rest would give it away; and each of which, or of all of which together, the whole is withheld ({@link ToldUnits}).
 */
final class ChannelOpenness {
    private static final int BLOCK_WEEKS = 2;
    private static final double NORMAL = 1.959963984540054;

    private ChannelOpenness() {}

    /** One channel on the way to its figures. */
    private record Read(String channel, WeeklyTies ties, int people, boolean told) {}

    /** Compares, in order of name. */
    static List<ChannelSilos> compute(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        GroupHistory history = ground.history();
        TieFilter filter = ground.filter();
        DrawnWeeks weeks = DrawnWeeks.of(filter.window(), BLOCK_WEEKS);
        WeeklyTies whole = WeeklyTies.of(snapshot, history, filter);
        double wholeIndex = whole.tally().externalInternal();
        double[] wholeDrawn = indices(whole, weeks);
        List<Read> channels = new ArrayList<>();
        for (String channel : channels(snapshot, filter)) {
            TieFilter one = filter.withChannels(Set.of(channel));
            StintNetwork network = StintNetwork.of(snapshot, history, one);
            int people = (int)
                    network.active().stream().map(history::personOf).distinct().count();
            // One channel's map can be asked for at every depth like that of all.
            boolean told = ToldUnits.of(snapshot, one, question.dimension(), question.peopleMin())
                    .wholeTold(question.unitDepth());
            channels.add(new Read(channel, WeeklyTies.of(snapshot, history, one), people, told));
        }
        boolean wholeTold = ground.coverage().whole() == FigureState.SHOWN;
        List<FigureState> states = states(channels.stream().map(Read::people).toList(), question.peopleMin());
        List<ChannelSilos> silos = new ArrayList<>();
        for (int number = 0; number < channels.size(); number++) {
            Read read = channels.get(number);
            if (states.get(number) != FigureState.SHOWN) {
                silos.add(ChannelSilos.withheld(read.channel(), states.get(number)));
                continue;
            }
            // The index less its difference is that of the whole.
            if (!wholeTold || !read.told()) {
                silos.add(ChannelSilos.withheld(read.channel(), FigureState.SUPPRESSED));
                continue;
            }
            TieTally tally = read.ties().tally();
            double index = tally.externalInternal();
            double[] drawn = indices(read.ties(), weeks);
            Estimate difference = wider(
                    weeks.estimate(index - wholeIndex, draw -> drawn[draw] - wholeDrawn[draw], -2, 2),
                    NORMAL * ChannelPairs.standardError(read.ties(), whole, history));
            silos.add(new ChannelSilos(
                    read.channel(),
                    FigureState.SHOWN,
                    (int) tally.ties(),
                    Double.isNaN(index) ? null : index,
                    weeks.estimate(index, draw -> drawn[draw], -1, 1),
                    difference,
                    channels.size() == 1
                            ? new Bilingual("The only channel here.", "Le seul canal ici.")
                            : ChannelSilos.sentence(read.channel(), difference)));
        }
        return silos;
    }

    /** The E-I index of the whole in every draw. */
    private static double[] indices(WeeklyTies ties, DrawnWeeks weeks) {
        return ties.tallies(weeks.times()).stream()
                .mapToDouble(TieTally::externalInternal)
                .toArray();
    }

    /** The interval with ends at least so far off; no difference lies beyond 2. */
    private static @Nullable Estimate wider(@Nullable Estimate estimate, double off) {
        return estimate == null
                ? null
                : new Estimate(
                        estimate.value(),
                        Math.max(-2, Math.min(estimate.low(), estimate.value() - off)),
                        Math.min(2, Math.max(estimate.high(), estimate.value() + off)));
    }

    private static List<String> channels(NetworkSnapshot snapshot, TieFilter filter) {
        return new TreeSet<>(snapshot.channels())
                .stream()
                        .filter(channel ->
                                filter.channels().isEmpty() || filter.channels().contains(channel))
                        .limit(Silos.CHANNELS_MAX)
                        .toList();
    }

    /** Which channels enough people use. */
    static List<FigureState> states(List<Integer> people, int peopleMin) {
        List<FigureState> states = new ArrayList<>();
        int withheld = 0;
        int least = -1;
        for (int number = 0; number < people.size(); number++) {
            int users = people.get(number);
            FigureState state =
                    users == 0 ? FigureState.NO_DATA : users < peopleMin ? FigureState.SUPPRESSED : FigureState.SHOWN;
            states.add(state);
            withheld += state == FigureState.SUPPRESSED ? 1 : 0;
            if (state == FigureState.SHOWN && (least < 0 || users < people.get(least))) {
                least = number;
            }
        }
        if (withheld == 1 && least >= 0) {
            states.set(least, FigureState.SUPPRESSED);
        }
        return List.copyOf(states);
    }
}
