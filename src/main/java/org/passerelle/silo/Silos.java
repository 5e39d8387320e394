package org.passerelle.silo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.passerelle.measure.Estimate;
import org.passerelle.measure.ExternalInternal;
import org.passerelle.measure.MixingMatrix;
import org.passerelle.measure.Modularity;
import org.passerelle.measure.TieDraws;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.StintNetwork;
import org.passerelle.network.TieGraph;

/**
 * The map of silos: ties within and between groups against those that everybody's number of ties would give.
 *
 * <p>An exchange is judged by the chart of its day: somebody who moved is one member in each group, with the
 * ties made there (docs/decisions/0020). Two people have a tie when they exchanged at least once in the window.
 */
public final class Silos {
    /** Most groups of a map; more make a matrix that nobody reads. */
    public static final int GROUPS_MAX = 200;

    /** Most channels that are told apart, in order of their names. */
    static final int CHANNELS_MAX = 100;

    private static final int RESAMPLES = 200;
    private static final long SEED = 1;

    private Silos() {}

    /** The dimension has too many groups at that depth. */
    public static final class TooManyGroups extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        TooManyGroups(int groups) {
            super("There are " + groups + " groups; a map holds at most " + GROUPS_MAX
                    + ". Ask for a level nearer the roots (`unitDepth: 1` is theirs), or another dimension.");
        }

        /** The sentence for the caller. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /** Draws the map. */
    public static SiloMap compute(NetworkSnapshot snapshot, SiloQuestion question) {
        SiloGround ground = SiloGround.of(snapshot, question);
        GroupHistory history = ground.history();
        TieGraph graph = ground.graph();
        MixingMatrix.Result ties = MixingMatrix.compute(graph, MixingMatrix.Parameters.defaults(history.stintGroups()));
        WeeklyTies weekly = WeeklyTies.of(snapshot, history, ground.filter());
        boolean whole = ground.coverage().whole() == FigureState.SHOWN;
        return new SiloMap(
                snapshot.version(),
                question,
                parameters(question, ground.network(), weekly),
                groups(history, ties, ground.coverage()),
                cells(history, graph, ties, ground.coverage(), weekly.spread(RESAMPLES, SEED)),
                ground.coverage().whole(),
                whole ? externalInternal(graph, history.stintGroups()) : null,
                whole
                        ? number(Modularity.compute(graph, Modularity.Parameters.defaults(history.stintGroups()))
                                .quality())
                        : null);
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static @Nullable Double externalInternal(TieGraph graph, int[] assignment) {
        return number(ExternalInternal.compute(
                        graph, ExternalInternal.Parameters.defaults(assignment).withPermutations(0))
                .whole()
                .observed()
                .index());
    }

    private static List<SiloGroup> groups(GroupHistory history, MixingMatrix.Result ties, Coverage coverage) {
        List<SiloGroup> groups = new ArrayList<>();
        for (int group = 0; group < history.groups().size(); group++) {
            double out = ties.permeability()[group];
            boolean shown = coverage.state(group) == FigureState.SHOWN;
            groups.add(new SiloGroup(
                    history.groups().get(group),
                    coverage.people(group),
                    coverage.state(group) == FigureState.SUPPRESSED ? null : coverage.active(group),
                    coverage.state(group),
                    shown ? number(out) : null,
                    // (E - I) / (E + I) with E / (E + I) the permeability.
                    shown ? number(2 * out - 1) : null));
        }
        return groups;
    }

    private static List<SiloCell> cells(
            GroupHistory history, TieGraph graph, MixingMatrix.Result ties, Coverage coverage, double[][] spread) {
        List<Group> groups = history.groups();
        long[] impossible = samePerson(history);
        int[] people = people(history, graph);
        List<SiloCell> cells = new ArrayList<>();
        for (int from = 0; from < groups.size(); from++) {
            for (int to = from; to < groups.size(); to++) {
                int place = WeeklyTies.cell(groups.size(), from, to);
                FigureState state = coverage.state(from, to);
                if (state != FigureState.SHOWN) {
                    cells.add(new SiloCell(groups.get(from), groups.get(to), state, null, null, null, null, null));
                    continue;
                }
                MixingMatrix.Cell cell = ties.cell(from, to);
                double possible = cell.possible() - impossible[place];
                cells.add(new SiloCell(
                        groups.get(from),
                        groups.get(to),
                        state,
                        Math.toIntExact(cell.ties()),
                        people[place],
                        (int) Math.min(cell.interactions(), Integer.MAX_VALUE),
                        possible == 0 ? null : cell.ties() / possible,
                        estimate(cell, spread[place])));
            }
        }
        return cells;
    }

    /** The interval is the wider, at each end, of resampled people and of resampled weeks. */
    private static @Nullable Estimate estimate(MixingMatrix.Cell cell, double[] spread) {
        double ratio = cell.ratio();
        if (Double.isNaN(ratio)) {
            return null;
        }
        double low = Math.min(ratio, ratio * spread[0]);
        double high = Math.max(ratio, ratio * spread[1]);
        return new Estimate(
                ratio,
                Double.isNaN(cell.low()) ? low : Math.min(low, cell.low()),
                Double.isNaN(cell.high()) ? high : Math.max(high, cell.high()));
    }

    /** For each cell the people with a tie in it, each once however often they moved; stints are in order of people. */
    private static int[] people(GroupHistory history, TieGraph graph) {
        int groups = history.groups().size();
        int[] people = new int[TieDraws.cells(groups)];
        int[] last = new int[people.length];
        Arrays.fill(last, -1);
        for (int stint = 0; stint < graph.people(); stint++) {
            int person = history.personOf(stint);
            for (int slot = graph.rowStart(stint); slot < graph.rowEnd(stint); slot++) {
                int cell = WeeklyTies.cell(groups, history.groupOf(stint), history.groupOf(graph.neighbour(slot)));
                people[cell] += last[cell] == person ? 0 : 1;
                last[cell] = person;
            }
        }
        return people;
    }

    /** For each cell the people who were in both groups: nobody has a tie with oneself. */
    private static long[] samePerson(GroupHistory history) {
        int groups = history.groups().size();
        long[] both = new long[TieDraws.cells(groups)];
        for (int stint = 0; stint < history.stints(); stint++) {
            for (int other = stint + 1;
                    other < history.stints() && history.personOf(other) == history.personOf(stint);
                    other++) {
                both[WeeklyTies.cell(groups, history.groupOf(stint), history.groupOf(other))]++;
            }
        }
        return both;
    }

    private static Map<String, String> parameters(SiloQuestion question, StintNetwork network, WeeklyTies weekly) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("dimension", question.dimension().name());
        parameters.put("unitDepth", String.valueOf(question.unitDepth()));
        parameters.put(
                "channels",
                question.channels().isEmpty() ? "all" : String.join(", ", new TreeSet<>(question.channels())));
        parameters.put("chart", "of the day of each exchange");
        parameters.put("peopleInSeveralGroups", String.valueOf(network.history().movers()));
        parameters.put("interactions", String.valueOf(network.interactions()));
        parameters.put("interactionsWithoutGroup", String.valueOf(network.interactionsWithoutGroup()));
        parameters.put(
                "interval",
                "the wider of ties and people (mid-p, by person) and resampled weeks (" + weekly.weeks() + " weeks), "
                        + RESAMPLES + " times, seed " + SEED);
        parameters.put("labels", SiloNulls.LABELS);
        parameters.put("numbersOfTies", SiloNulls.DEGREES);
        parameters.put("clusters", Clusters.DESCRIPTION);
        parameters.put("consensus", Clusters.CONSENSUS);
        return parameters;
    }
}
