package org.passerelle.change;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.NotFound;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieFilter;
import org.passerelle.network.ToldGroups;
import org.passerelle.network.ToldUnits;
import org.passerelle.network.Window;

/**
 * What every figure of a comparison is computed from.
 *
 * @param figures every figure of some blocks
 * @param scope for each group of the history whether something was tried there
 * @param states whether there is enough data, in both windows, to speak of each group
 * @param whole whether figures of the whole may be told in both windows
 */
record ComparisonGround(
        NetworkSnapshot snapshot,
        BlockTies ties,
        ComparisonFigures figures,
        boolean[] scope,
        FigureState[] states,
        boolean whole) {
    /** Most groups that are compared; more make a matrix that nobody reads. */
    static final int GROUPS_MAX = 200;

    /** What is kept with a snapshot, because a comparison and its efficiency are asked for one after the other. */
    private record GroundOf(ComparisonQuestion question) {}

    /** Reads the snapshot; refuses more groups than are compared and groups that are not there. */
    static ComparisonGround of(NetworkSnapshot snapshot, ComparisonQuestion question) {
        return snapshot.derived(new GroundOf(question), ComparisonGround.class, () -> read(snapshot, question));
    }

    private static ComparisonGround read(NetworkSnapshot snapshot, ComparisonQuestion question) {
        Window both = new Window(question.before().from(), question.after().to());
        GroupHistory history = snapshot.history(question.dimension(), question.unitDepth(), both);
        List<Group> groups = history.groups();
        if (groups.size() > GROUPS_MAX) {
            throw new LimitExceeded("There are " + groups.size() + " groups; a comparison holds at most " + GROUPS_MAX
                    + ". Ask for a level nearer the roots (`unitDepth: 1` is theirs), or another dimension.");
        }
        boolean[] scope = scope(groups, question);
        BlockTies ties = BlockTies.of(snapshot, history, question.before(), question.after(), scope);
        ComparisonFigures figures = new ComparisonFigures(ties, ties.draws(), scope);
        boolean[] first = first(ties);
        ToldGroups told = told(groups, snapshot, question, question.before(), figures.active(first))
                .and(told(groups, snapshot, question, question.after(), figures.active(others(first))))
                .without(units(snapshot, question, question.before()), groups, question.unitDepth())
                .without(units(snapshot, question, question.after()), groups, question.unitDepth());
        return new ComparisonGround(snapshot, ties, figures, scope, FigureState.of(told, groups.size()), told.whole());
    }

    private static boolean[] scope(List<Group> groups, ComparisonQuestion question) {
        boolean[] scope = new boolean[groups.size()];
        for (String id : question.scope()) {
            int found = groups.stream().map(Group::id).toList().indexOf(id);
            if (found < 0) {
                throw new NotFound("No group '" + id + "' with people in the two windows along " + question.dimension()
                        + " at that `unitDepth`; ask at the level of the groups where it was tried.");
            }
            scope[found] = true;
        }
        if (!question.scope().isEmpty() && question.scope().size() == groups.size()) {
            throw new BadUserInput("It was tried in every group there is: nobody is left to compare with.");
        }
        return scope;
    }

    private static ToldUnits units(NetworkSnapshot snapshot, ComparisonQuestion question, Window window) {
        return ToldUnits.of(
                snapshot, TieFilter.of(snapshot.withData(window)), question.dimension(), question.peopleMin());
    }

    private static ToldGroups told(
            List<Group> groups, NetworkSnapshot snapshot, ComparisonQuestion question, Window window, int[] active) {
        GroupHistory history = snapshot.history(question.dimension(), question.unitDepth(), window);
        int[] sizes = history.sizes();
        Map<String, Integer> people = new HashMap<>();
        for (int group = 0; group < sizes.length; group++) {
            people.put(history.groups().get(group).id(), sizes[group]);
        }
        int[] inEach = groups.stream()
                .mapToInt(group -> people.getOrDefault(group.id(), 0))
                .toArray();
        return ToldGroups.alone(inEach, active, question.peopleMin());
    }

    /** The blocks of the window before. */
    static boolean[] first(BlockTies ties) {
        boolean[] first = new boolean[ties.blocksBefore() + ties.blocksAfter()];
        Arrays.fill(first, 0, ties.blocksBefore(), true);
        return first;
    }

    static boolean[] others(boolean[] blocks) {
        boolean[] others = new boolean[blocks.length];
        for (int block = 0; block < blocks.length; block++) {
            others[block] = !blocks[block];
        }
        return others;
    }

    /** Whether the scope's figures would tell those of a group that is withheld. */
    boolean scopeWithheld() {
        for (int group = 0; group < scope.length; group++) {
            if (scope[group] && states[group] == FigureState.SUPPRESSED) {
                return true;
            }
        }
        return false;
    }

    List<Group> groups() {
        return ties.history().groups();
    }

    /** Whole weeks of a window. */
    static int weeks(Window window) {
        return (int) ((ChronoUnit.DAYS.between(window.from(), window.to()) + 1) / 7);
    }
}
