package org.passerelle.wirearchy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.Person;

/**
 * By how much ties shorten the ways along the reporting lines of the window's last day.
 *
 * @param snapshot version of the data
 * @param question what was asked
 * @param people those with a place in the tree
 * @param sources people whose ways were looked at; all of them where it is exact
 * @param onlyByTies pairs of people in different trees whom only ties join, as a share of all pairs
 * @param farTies ties of two people at least {@link Shortcuts#FAR_STEPS} steps apart in the tree, or in different trees
 * @param ties all ties of two people with a place
 * @param carrying the far ties that carry most shortest ways, most first
 */
record ShortcutMap(
        String snapshot,
        ShortcutQuestion question,
        int people,
        int sources,
        @Nullable ShortWay whole,
        @Nullable Double onlyByTies,
        List<UnitWay> cells,
        int farTies,
        int ties,
        List<ShortcutTie> carrying) {
    /** Copies the lists. */
    ShortcutMap {
        cells = List.copyOf(cells);
        carrying = List.copyOf(carrying);
    }

    /**
     * The ways of pairs whom the tree joins.
     *
     * @param treeSteps mean steps along the lines
     * @param steps mean steps along lines and ties
     * @param shortened 1 - steps / treeSteps; both ends the value where it is exact
     */
    record ShortWay(double treeSteps, double steps, Estimate shortened) {}

    /**
     * The ways between two units, or within one.
     *
     * @param way null unless shown, and where the tree joins nobody of the two
     */
    record UnitWay(
            Group from, Group to, boolean told, @Nullable ShortWay way) {}

    /**
     * A tie between people far apart in the tree.
     *
     * @param treeSteps steps between its ends along the lines; null in different trees
     * @param carries share of the shortest ways of all pairs that lead over it
     */
    record ShortcutTie(Person one, Person other, @Nullable Integer treeSteps, Estimate carries) {
        /** The same between those people, for readers who may not see the names. */
        ShortcutTie shownAs(Person shownOne, Person shownOther) {
            return new ShortcutTie(shownOne, shownOther, treeSteps, carries);
        }
    }

    /** The whole in a sentence. */
    Bilingual sentence() {
        ShortWay way = whole;
        if (way == null) {
            return new Bilingual(
                    "No reporting line is known on the last day.",
                    "Aucun lien hiérarchique n’est connu le dernier jour.");
        }
        double share = ties == 0 ? 0 : (double) farTies / ties;
        return Bilingual.of(in -> in == Language.FRENCH
                ? "Par la hiérarchie, deux personnes sont à " + in.number(way.treeSteps(), 1)
                        + " pas en moyenne\u00a0; avec "
                        + "leurs liens, à " + in.number(way.steps(), 1) + "\u00a0: "
                        + in.percent(way.shortened().value())
                        + " de moins. " + in.percent(share) + " des liens joignent des personnes à "
                        + Shortcuts.FAR_STEPS + " pas ou plus dans l’arbre."
                : "Along the lines two people are " + in.number(way.treeSteps(), 1)
                        + " steps apart on average; with their"
                        + " ties " + in.number(way.steps(), 1) + ", which is "
                        + in.percent(way.shortened().value())
                        + " less. " + in.percent(share) + " of the ties join people " + Shortcuts.FAR_STEPS
                        + " steps or more apart in the tree.");
    }
}
