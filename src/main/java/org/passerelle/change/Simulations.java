package org.passerelle.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.api.BadUserInput;
import org.passerelle.measure.Components;
import org.passerelle.measure.CrossGroupNearness;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.Language;
import org.passerelle.network.Person;
import org.passerelle.network.TieFilter;
import org.passerelle.network.TieGraph;
import org.passerelle.network.ToldGroups;
import org.passerelle.network.ToldUnits;

/**
 * What the silos would be after people leave, meet or move and groups merge: the same figures on the network as it is
 * and on an altered copy (docs/decisions/0040).
 *
 * <p>Only ties change that an alteration names. Efficiency is over the pairs of people who stay, before and after: what
 * those who stay lose or win, not how well connected the leavers were.
 */
public final class Simulations {
    private Simulations() {}

    /** Answers on the ground of the question's window. */
    public static Simulation compute(SimulationGround ground, SimulationQuestion question) {
        AlteredNetwork altered = AlteredNetwork.of(ground, question.alterations());
        TieGraph after = altered.graph();
        int[] groupsAfter = altered.groups();
        int count = ground.grouping().groups().size();
        GroupTally tallyBefore = GroupTally.of(ground.graph(), ground.grouping().assignment(), count);
        GroupTally tallyAfter = GroupTally.of(after, groupsAfter, count);
        ToldUnits units = units(ground, question.peopleMin());
        checkTeams(question, units);
        ToldGroups told = told(ground, tallyBefore, tallyAfter, question.peopleMin(), units);
        // Of a group that is withheld, the difference would tell what it is moved to or merged with.
        boolean whole = told.whole()
                && altered.touched().stream().noneMatch(group -> told.telling(group) == ToldGroups.Telling.WITHHELD);
        BeforeAfter externalInternal =
                whole ? externalInternal(tallyBefore, tallyAfter) : BeforeAfter.withheld(Wording.WHOLE_WITHHELD);
        boolean[] staying = staying(ground, altered, after);
        int[] groupsBefore = only(staying, ground.grouping().assignment());
        // How many sources can be afforded is decided once, so that both networks are asked through the same people.
        CrossGroupNearness.Parameters near = CrossGroupNearness.Parameters.affordable(ground.graph(), groupsBefore);
        CrossGroupNearness.Result nearBefore = CrossGroupNearness.compute(ground.graph(), near);
        CrossGroupNearness.Result nearAfter =
                CrossGroupNearness.compute(after, near.withGroups(only(staying, groupsAfter)));
        BeforeAfter efficiency = efficiency(nearBefore, nearAfter);
        List<SimulatedGroup> groups = groups(ground, altered, tallyBefore, tallyAfter, told);
        Fragments fragments = fragments(ground, altered, after);
        return new Simulation(
                ground.snapshot().version(),
                ground.window(),
                question,
                externalInternal,
                efficiency,
                nearBefore.exact() ? 0 : nearBefore.sources().length,
                groups,
                fragments,
                efficiency.summary().then(fragments.summary()));
    }

    /**
     * Who is compared with themselves: those who do not leave and have a group and a tie, because of the
     * others nothing is known. They are the same people before and after.
     */
    static boolean[] staying(SimulationGround ground, AlteredNetwork altered, TieGraph after) {
        int[] before = ground.grouping().assignment();
        boolean[] staying = new boolean[before.length];
        for (int vertex = 0; vertex < staying.length; vertex++) {
            boolean tied = ground.graph().degree(vertex) + after.degree(vertex) > 0;
            staying[vertex] = before[vertex] >= 0 && !altered.hasLeft(vertex) && tied;
        }
        return staying;
    }

    /** The groups of some people, -1 for the others. */
    static int[] only(boolean[] people, int[] groups) {
        int[] only = groups.clone();
        Arrays.setAll(only, vertex -> people[vertex] ? groups[vertex] : -1);
        return only;
    }

    private static BeforeAfter externalInternal(GroupTally before, GroupTally after) {
        double first = before.externalInternal();
        double second = after.externalInternal();
        return BeforeAfter.exact(
                first,
                second,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "L’indice E-I de l’ensemble " + Wording.fromTo(first, second, 3, in)
                                + " (-1\u00a0: tous les liens restent à l’intérieur, +1\u00a0: tous sortent)."
                        : "The E-I index of the whole " + Wording.fromTo(first, second, 3, in)
                                + " (-1: all ties stay inside, +1: all go out)."));
    }

    private static BeforeAfter efficiency(CrossGroupNearness.Result before, CrossGroupNearness.Result after) {
        CrossGroupNearness.Difference difference = CrossGroupNearness.difference(before, after);
        boolean unclear = !before.exact() && Math.abs(difference.value()) < 2 * difference.standardError();
        Bilingual sentence = Bilingual.of(in -> {
            String one = Wording.figure(1 / before.value(), 2, in);
            String other = Wording.figure(1 / after.value(), 2, in);
            String goes = Wording.fromTo(before.value(), after.value(), 4, in);
            if (in == Language.FRENCH) {
                return "Les personnes de groupes différents qui restent sont en moyenne proches de 1/" + one
                        + " avant et de 1/" + other + " après\u00a0: leur proximité " + goes
                        + (unclear ? ", moins que l’erreur d’un échantillon." : ".");
            }
            return "People of different groups who stay are on average 1/" + one + " near each other before and 1/"
                    + other + " after: their nearness " + goes
                    + (unclear ? ", less than its error from a sample tells." : ".");
        });
        return new BeforeAfter(
                BeforeAfter.number(before.value()),
                BeforeAfter.number(after.value()),
                BeforeAfter.number(difference.value()),
                before.exact() ? null : BeforeAfter.number(difference.standardError()),
                sentence);
    }

    private static ToldUnits units(SimulationGround ground, int peopleMin) {
        return ToldUnits.of(
                ground.snapshot(),
                TieFilter.of(ground.window()),
                ground.grouping().dimension(),
                peopleMin);
    }

    /** What few people's move changes would tell whom they exchange with. */
    private static void checkTeams(SimulationQuestion question, ToldUnits units) {
        for (Alteration alteration : question.alterations()) {
            if (alteration instanceof Alteration.Move move && move.teamId() != null && units.hides(move.teamId())) {
                throw new BadUserInput(
                        "'" + move.teamId() + "' is withheld because too few people stand behind it, or it"
                                + " would give another group away; what its move changes would tell its ties. Move a unit that"
                                + " `silos` tells of.");
            }
        }
    }

    private static ToldGroups told(
            SimulationGround ground, GroupTally before, GroupTally after, int peopleMin, ToldUnits units) {
        // People who lose their last tie are what is asked about, not missing data; few people are few after it too.
        return ToldGroups.alone(before.people(), before.active(), peopleMin)
                .unlessWithheld(ToldGroups.alone(after.people(), after.active(), peopleMin))
                .without(units, ground.grouping().groups(), ground.unitDepth());
    }

    private static List<SimulatedGroup> groups(
            SimulationGround ground, AlteredNetwork altered, GroupTally before, GroupTally after, ToldGroups told) {
        List<Group> all = ground.grouping().groups();
        FigureState[] states = FigureState.of(told, all.size());
        List<SimulatedGroup> touched = new ArrayList<>();
        for (int group : altered.touched()) {
            touched.add(group(all.get(group), states[group], group, before, after));
        }
        return touched;
    }

    private static SimulatedGroup group(
            Group group, FigureState state, int number, GroupTally before, GroupTally after) {
        if (state != FigureState.SHOWN) {
            Bilingual why = state == FigureState.SUPPRESSED
                    ? new Bilingual("withheld, too few people", "masqué, trop peu de personnes")
                    : new Bilingual("too few people in the data", "trop peu de personnes dans les données");
            return new SimulatedGroup(
                    group,
                    state,
                    null,
                    null,
                    null,
                    null,
                    new Bilingual(
                            group.name() + ": " + why.english() + ".", group.name() + "\u00a0: " + why.french() + "."));
        }
        int people = before.people()[number];
        int left = after.people()[number];
        double out = before.permeability(number);
        double outAfter = after.permeability(number);
        Bilingual sentence = left == 0
                ? new Bilingual(
                        group.name() + " is no more; " + Wording.count(people, "person was", "people were") + " in it.",
                        group.name() + " n’existe plus\u00a0; "
                                + Wording.count(people, "personne en était", "personnes en étaient") + ".")
                : Bilingual.of(in -> in == Language.FRENCH
                        ? group.name() + "\u00a0: la part de ses liens qui sortent "
                                + Wording.fromTo(100 * out, 100 * outAfter, 1, in) + "\u00a0%\u00a0; "
                                + Wording.count(people, "personne", "personnes") + " avant, " + left + " après."
                        : group.name() + ": the share of its ties that go out "
                                + Wording.fromTo(100 * out, 100 * outAfter, 1, in) + " %; " + people
                                + " people before, " + left + " after.");
        return new SimulatedGroup(
                group,
                state,
                people,
                left,
                BeforeAfter.exact(out, outAfter, sentence),
                BeforeAfter.exact(before.externalInternal(number), after.externalInternal(number), sentence),
                sentence);
    }

    private static Fragments fragments(SimulationGround ground, AlteredNetwork altered, TieGraph after) {
        TieGraph before = ground.graph();
        Components.Result first = Components.compute(before, Components.Parameters.defaults());
        Components.Result second = Components.compute(after, Components.Parameters.defaults());
        boolean[] counted = new boolean[before.people()];
        boolean[] counting = new boolean[before.people()];
        for (int vertex = 0; vertex < counted.length; vertex++) {
            counted[vertex] = before.degree(vertex) > 0 || (after.degree(vertex) > 0 && !altered.hasLeft(vertex));
            counting[vertex] = counted[vertex] && !altered.hasLeft(vertex);
        }
        int[] sizesBefore = sizes(first, counted);
        int[] sizesAfter = sizes(second, counting);
        int main = largest(sizesBefore);
        int mainAfter = largest(sizesAfter);
        List<Person> cutOff = new ArrayList<>();
        for (int vertex = 0; vertex < counting.length; vertex++) {
            if (counting[vertex] && first.components()[vertex] == main && second.components()[vertex] != mainAfter) {
                cutOff.add(ground.snapshot().person(vertex));
            }
        }
        int parts = parts(sizesBefore);
        int partsAfter = parts(sizesAfter);
        Bilingual sentence = cutOff.isEmpty()
                ? new Bilingual(
                        "Nobody who stays loses contact with the largest part; the network is in "
                                + Wording.count(partsAfter, "part.", "parts."),
                        "Personne de ceux qui restent ne perd contact avec la plus grande partie\u00a0; le réseau est en "
                                + Wording.count(partsAfter, "partie.", "parties."))
                : new Bilingual(
                        Wording.count(cutOff.size(), "person who stays loses", "people who stay lose")
                                + " contact with the largest part, and the network falls into "
                                + Wording.count(partsAfter, "part", "parts") + " instead of " + parts + ".",
                        Wording.count(cutOff.size(), "personne qui reste perd", "personnes qui restent perdent")
                                + " contact avec la plus grande partie, et le réseau tombe en "
                                + Wording.count(partsAfter, "partie", "parties") + " au lieu de " + parts + ".");
        return new Fragments(
                parts,
                partsAfter,
                main < 0 ? 0 : sizesBefore[main],
                mainAfter < 0 ? 0 : sizesAfter[mainAfter],
                cutOff,
                sentence);
    }

    /** People of each component among those who count. */
    private static int[] sizes(Components.Result components, boolean[] counted) {
        int[] sizes = new int[components.count()];
        for (int vertex = 0; vertex < counted.length; vertex++) {
            sizes[components.components()[vertex]] += counted[vertex] ? 1 : 0;
        }
        return sizes;
    }

    private static int parts(int[] sizes) {
        return (int) Arrays.stream(sizes).filter(size -> size > 0).count();
    }

    private static int largest(int[] sizes) {
        int largest = -1;
        for (int component = 0; component < sizes.length; component++) {
            if (sizes[component] > 0 && (largest < 0 || sizes[component] > sizes[largest])) {
                largest = component;
            }
        }
        return largest;
    }
}
