package org.passerelle.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be exported: a question of the API and how its answer becomes rows, nodes and edges. */
enum Exported {
    SILOS("silos", "cells", """
            from from.id; from_name from.name; to to.id; to_name to.name; state; ties; people; interactions; density;
            observed_over_expected observedOverExpected.value; low observedOverExpected.low;
            high observedOverExpected.high"""),
    GROUPS("silos", "groups", """
            group group.id; name group.name; state; people; active_people activePeople; permeability;
            external_internal externalInternal"""),
    CLUSTERS("silos", "clusters.matches", """
            group group.id; name group.name; parts parts.*; overlap; sentence"""),
    BRIDGES("bridges", "nodes", """
            rank; person person.id; name person.name; betweenness; low betweennessInterval.low;
            high betweennessInterval.high; constraint; effective_size effectiveSize; groups_reached groupsReached;
            structural_diversity structuralDiversity; coordinator brokerage.coordinator; itinerant brokerage.itinerant;
            representative brokerage.representative; gatekeeper brokerage.gatekeeper; liaison brokerage.liaison;
            cut_person cutPerson; workload; connects risk.connects; alone risk.alone; alone_share risk.share;
            sentence summary"""),
    BRIDGE_TIES("bridgeTies", "nodes", """
            from from.id; from_name from.name; to to.id; to_name to.name; separates; across_groups acrossGroups;
            betweenness; low betweennessInterval.low; high betweennessInterval.high; span"""),
    NETWORK("network", "edges", "from; to; kind; strength"),
    NODES("network", "nodes", "id; label; group group.id; group_name group.name; people; x; y"),
    WIREARCHY("wirearchy", "byDistance", """
            distance; possible_pairs possiblePairs; ties; share; rate; observed_over_expected observedOverExpected"""),
    SHORTCUTS("wirearchy", "shortcuts.cells", """
            from from.id; from_name from.name; to to.id; to_name to.name; state; tree_steps way.treeSteps; steps way.steps;
            shortened way.shortened; low way.shortenedInterval.low; high way.shortenedInterval.high"""),
    SHORTCUT_TIES("wirearchy", "shortcuts.carrying", """
            from one.id; from_name one.name; to other.id; to_name other.name; tree_steps treeSteps; carries;
            low carriesInterval.low; high carriesInterval.high"""),
    INTRODUCTIONS("introductions", "meetings", """
            rank; from people.0.id; from_name people.0.name; from_group groups.0.name; to people.1.id;
            to_name people.1.name; to_group groups.1.name; gain; low gainInterval.low; high gainInterval.high;
            ways_shortened waysShortened; steps_before stepsBefore; introduction introduction.people.*.name;
            busy introduction.busy; shared_subjects sharedSubjects.*.name; sentence"""),
    TRANSVERSE_TOPICS("transverseTopics", "nodes", """
            rank; topic topic.id; name topic.name; people; groups groups.*.group.name; pairs; met; separation;
            expected expected.value; low expected.low; high expected.high; z; p; p_corrected pCorrected;
            meetings meetings.*.people.*.name; meetings_withheld meetingsWithheld; sentence"""),
    TOPICS_APART("transverseTopics", "nodes", """
            topic topic.id; topic_name topic.name; rank; from apart.from.id; from_name apart.from.name; to apart.to.id;
            to_name apart.to.name; pairs apart.pairs; p; p_corrected pCorrected"""),
    COMPARE_GROUPS("compare", "groups", """
            group group.id; name group.name; state; permeability_before permeability.before;
            permeability_after permeability.after; change permeability.change; low permeability.low;
            high permeability.high; expected permeability.expected; p permeability.p; p_adjusted permeability.adjustedP;
            sentence permeability.summary"""),
    COMPARE("compare", "cells", """
            from from.id; from_name from.name; to to.id; to_name to.name; kind; ties_before tiesBefore;
            ties_after tiesAfter; observed_over_expected_before observedOverExpected.before;
            observed_over_expected_after observedOverExpected.after; change observedOverExpected.change;
            low observedOverExpected.low; high observedOverExpected.high; expected observedOverExpected.expected;
            p observedOverExpected.p; p_adjusted observedOverExpected.adjustedP;
            sentence observedOverExpected.summary""");

    private final String field;
    private final String list;
    private final String columns;

    Exported(String field, String list, String columns) {
        this.field = field;
        this.list = list;
        this.columns = columns;
    }

    /** A column: its name, and where its value lies in a row. */
    record Column(String name, String path) {}

    /**
     * How an export is drawn as a network.
     *
     * @param nodes what the nodes are, null where they are the ends of the edges
     * @param edges what the edges are; those within one node are left out
     * @param directed whether an edge leads from one to the other
     */
    record Drawn(@Nullable Exported nodes, Exported edges, boolean directed) {}

    /** The export of that name in addresses and commands: {@code bridge-ties}. */
    static Optional<Exported> named(String name) {
        return Arrays.stream(values())
                .filter(exported -> exported.title().equals(name))
                .findFirst();
    }

    /** Its name in addresses and commands. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the question stands on the class path. */
    String document() {
        return "/export/"
                + switch (this) {
                    case GROUPS -> SILOS.title();
                    case SHORTCUT_TIES -> SHORTCUTS.title();
                    case TOPICS_APART -> TRANSVERSE_TOPICS.title();
                    case COMPARE_GROUPS -> COMPARE.title();
                    case NODES -> NETWORK.title();
                    default -> title();
                }
                + ".graphql";
    }

    /** The field of the API that answers it. */
    String field() {
        return field;
    }

    /** The part of the answer whose elements are the rows, or hold them; its path. */
    String list() {
        return list;
    }

    /** The list within each element of which every entry is a row of its own, with what is about the element; null for none. */
    @Nullable
    String each() {
        return this == TOPICS_APART ? "apart" : null;
    }

    /** The columns of a row, in order. */
    List<Column> columns() {
        return Arrays.stream(columns.split(";", -1))
                .map(String::strip)
                .map(column -> column.split("\\s+", -1))
                .map(words -> new Column(words[0], words[words.length - 1]))
                .toList();
    }

    /** Whether the API gives it page by page. */
    boolean paged() {
        return list.equals("nodes") && this != NODES;
    }

    /** How it is drawn; empty where it is no network. */
    Optional<Drawn> drawn() {
        return switch (this) {
            case SILOS -> Optional.of(new Drawn(GROUPS, SILOS, false));
            case BRIDGES -> Optional.of(new Drawn(BRIDGES, BRIDGE_TIES, false));
            case BRIDGE_TIES, INTRODUCTIONS, COMPARE, SHORTCUT_TIES, TOPICS_APART, SHORTCUTS ->
                Optional.of(new Drawn(null, this, false));
            case NETWORK, WIREARCHY -> Optional.of(new Drawn(NODES, NETWORK, true));
            case TRANSVERSE_TOPICS -> Optional.of(new Drawn(null, TOPICS_APART, false));
            case GROUPS, NODES, CLUSTERS, COMPARE_GROUPS -> Optional.empty();
        };
    }
}
