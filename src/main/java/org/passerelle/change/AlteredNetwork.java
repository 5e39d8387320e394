package org.passerelle.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.NotFound;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.Membership;
import org.passerelle.network.TieGraph;

/** A copy of the organisation on which alterations are made one after the other; the original stays as it is. */
final class AlteredNetwork {
    private final SimulationGround ground;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean[] left;
    private final int[] groups;
    private final List<int[]> meetings = new ArrayList<>();
    private final TreeSet<Integer> touched = new TreeSet<>();

    private AlteredNetwork(SimulationGround ground) {
        this.ground = ground;
        this.left = new boolean[ground.graph().people()];
        this.groups = ground.grouping().assignment().clone();
        for (int group = 0; group < ground.grouping().groups().size(); group++) {
            numbers.put(ground.grouping().groups().get(group).id(), group);
        }
    }

    /** The copy after all alterations; refuses people and groups that are not in the data. */
    static AlteredNetwork of(SimulationGround ground, List<Alteration> alterations) {
        AlteredNetwork network = new AlteredNetwork(ground);
        for (Alteration alteration : alterations) {
            switch (alteration) {
                case Alteration.Leaving leaving -> leaving.personIds().forEach(network::leave);
                case Alteration.Meeting meeting -> network.meet(meeting);
                case Alteration.Move move -> network.move(move);
                case Alteration.Merger merger -> network.merge(merger);
            }
        }
        return network;
    }

    private void leave(String id) {
        int vertex = vertex(id);
        touch(groups[vertex]);
        left[vertex] = true;
    }

    private void meet(Alteration.Meeting meeting) {
        int one = vertex(meeting.personId());
        int other = vertex(meeting.otherId());
        if (one == other) {
            throw new BadUserInput("A tie joins two different people.");
        }
        touch(groups[one]);
        touch(groups[other]);
        // Two who know each other already stay as they are.
        if (ground.graph().slot(one, other) < 0) {
            meetings.add(new int[] {one, other});
        }
    }

    private void move(Alteration.Move move) {
        int target = group(move.groupId());
        List<Integer> people = new ArrayList<>();
        move.personIds().forEach(id -> people.add(vertex(id)));
        String team = move.teamId();
        if (team != null) {
            people.addAll(members(ground, team));
        }
        if (people.isEmpty()) {
            throw new BadUserInput("A move names people, or a group with people on the last day of the window.");
        }
        for (int vertex : people) {
            touch(groups[vertex]);
            groups[vertex] = target;
        }
        touch(target);
    }

    private void merge(Alteration.Merger merger) {
        int[] merged =
                merger.groupIds().stream().mapToInt(this::group).distinct().toArray();
        if (merged.length < 2) {
            throw new BadUserInput("A merger takes two different groups or more.");
        }
        for (int group : merged) {
            touch(group);
        }
        for (int vertex = 0; vertex < groups.length; vertex++) {
            for (int group : merged) {
                groups[vertex] = groups[vertex] == group ? merged[0] : groups[vertex];
            }
        }
    }

    private void touch(int group) {
        if (group >= 0) {
            touched.add(group);
        }
    }

    private int vertex(String id) {
        return vertex(ground, id);
    }

    private static int vertex(SimulationGround ground, String id) {
        return ground.snapshot()
                .vertex(id)
                .orElseThrow(
                        () -> new NotFound("There is nobody with the id '" + id + "'; `people` finds ids by name."));
    }

    private int group(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new NotFound("No group '" + id + "' with people in the window along "
                    + ground.grouping().dimension() + " at that `unitDepth`; `silos` lists the groups there are.");
        }
        return number;
    }

    /** The people of a group and of those below it on the last day of the window. */
    static List<Integer> members(SimulationGround ground, String groupId) {
        Chart chart = ground.snapshot().chart();
        if (chart.group(groupId).isEmpty()) {
            throw new NotFound("There is no group with the id '" + groupId + "'.");
        }
        LocalDate day = ground.window().to();
        Dimension dimension = ground.grouping().dimension();
        Map<String, Boolean> below = new HashMap<>();
        List<Integer> members = new ArrayList<>();
        for (int vertex = 0; vertex < ground.graph().people(); vertex++) {
            for (Membership membership :
                    chart.memberships(ground.snapshot().person(vertex).id(), day)) {
                boolean inside = below.computeIfAbsent(
                        membership.groupId(),
                        id -> id.equals(groupId)
                                || (dimension == Dimension.UNIT
                                        && chart.ancestors(id, day).contains(groupId)));
                if (inside && membership.primary()) {
                    members.add(vertex);
                    break;
                }
            }
        }
        return members;
    }

    /** The ties after it. */
    TieGraph graph() {
        TieGraph graph = ground.graph();
        List<int[]> made = meetings.stream()
                .filter(pair -> !left[pair[0]] && !left[pair[1]])
                .toList();
        if (!made.isEmpty()) {
            double[] strengths = new double[made.size()];
            int[] counts = new int[made.size()];
            Arrays.fill(strengths, 1);
            Arrays.fill(counts, 1);
            graph = graph.plus(TieGraph.undirected(
                    graph.people(),
                    made.stream().mapToInt(pair -> pair[0]).toArray(),
                    made.stream().mapToInt(pair -> pair[1]).toArray(),
                    strengths,
                    counts));
        }
        return leavers() == 0 ? graph : graph.without(left);
    }

    /** The group of everybody after it, -1 for those who have left or have none. */
    int[] groups() {
        int[] after = groups.clone();
        Arrays.setAll(after, vertex -> left[vertex] ? -1 : groups[vertex]);
        return after;
    }

    /** Whether somebody has left. */
    boolean hasLeft(int vertex) {
        return left[vertex];
    }

    /** Number of people who have left. */
    int leavers() {
        int leavers = 0;
        for (boolean gone : left) {
            leavers += gone ? 1 : 0;
        }
        return leavers;
    }

    /** Positions of the groups that an alteration names or whose people it names, ascending. */
    List<Integer> touched() {
        return List.copyOf(touched);
    }
}
