package org.passerelle.directory;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Coverage;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.Grouping;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;

/**
 * An account of the data: what there is, and who is missing.
 *
 * @param extent first and last day with an interaction, null without any
 * @param window the days asked about
 */
public record Dataset(
        String snapshot,
        @Nullable Window extent,
        int people,
        int accounts,
        int contributions,
        int ties,
        int threads,
        Window window) {
    /** Most cells of the account by channel, source and month; the newest are kept. */
    static final int CELLS_MAX = 2_000;

    /** The account of that snapshot. */
    static Dataset of(NetworkSnapshot snapshot, Coverage.Totals totals, Window window) {
        return new Dataset(
                snapshot.version(),
                snapshot.extent().equals(Window.EVER) ? null : snapshot.extent(),
                snapshot.people().size(),
                count(totals.accounts()),
                count(totals.contributions()),
                snapshot.ties().size(),
                count(totals.threads()),
                window);
    }

    /** What one channel and source brought in a month, as YYYY-MM. */
    public record Cell(String channel, String source, String month, int contributions, int people) {}

    /** How many people of a group contributed in the window. */
    public record Contributors(Group group, int people, int contributors, FigureState state) {}

    /** The cells of the window's months, oldest first. */
    static List<Cell> cells(List<Coverage.Cell> all, Window window) {
        YearMonth first = YearMonth.from(window.from());
        YearMonth last = YearMonth.from(window.to());
        List<Cell> cells = all.stream()
                .filter(cell -> !cell.month().isBefore(first) && !cell.month().isAfter(last))
                .sorted(Comparator.comparing(Coverage.Cell::month)
                        .thenComparing(Coverage.Cell::channel)
                        .thenComparing(Coverage.Cell::source))
                .map(cell -> new Cell(
                        cell.channel(),
                        cell.source(),
                        cell.month().toString(),
                        count(cell.contributions()),
                        count(cell.people())))
                .toList();
        return cells.subList(Math.max(0, cells.size() - CELLS_MAX), cells.size());
    }

    /**
     * For each group on the window's last day, how many of the people then present contributed in it. Groups
     * that the reader may see no figure about are left out: a number in their place would be read as one.
     */
    static List<Contributors> contributors(
            NetworkSnapshot snapshot,
            Window window,
            Dimension dimension,
            int unitDepth,
            List<String> contributorIds,
            GroupFloor floor,
            Reader reader) {
        LocalDate day =
                window.to().isAfter(snapshot.extent().to()) ? snapshot.extent().to() : window.to();
        Grouping grouping = snapshot.grouping(dimension, day, unitDepth);
        int[] people = new int[grouping.groups().size()];
        int[] contributing = new int[people.length];
        Set<String> contributors = new HashSet<>(contributorIds);
        for (int vertex = 0; vertex < grouping.assignment().length; vertex++) {
            int group = grouping.assignment()[vertex];
            boolean contributed = contributors.contains(snapshot.person(vertex).id());
            if (group >= 0 && (contributed || snapshot.person(vertex).presentOn(day))) {
                people[group]++;
                contributing[group] += contributed ? 1 : 0;
            }
        }
        List<Contributors> cells = new ArrayList<>();
        for (int group = 0; group < people.length; group++) {
            FigureState state = floor.state(people[group], contributing[group], reader);
            if (state != FigureState.SUPPRESSED) {
                cells.add(new Contributors(grouping.groups().get(group), people[group], contributing[group], state));
            }
        }
        return cells;
    }

    private static int count(long many) {
        return (int) Math.min(many, Integer.MAX_VALUE);
    }
}
