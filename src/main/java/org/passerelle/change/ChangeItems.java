package org.passerelle.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Certainty;
import org.passerelle.network.Dimension;
import org.passerelle.network.Group;
import org.passerelle.network.GroupHistory;
import org.passerelle.network.Grouping;
import org.passerelle.network.Language;
import org.passerelle.network.OverviewItem;
import org.passerelle.network.OverviewItem.Section;
import org.passerelle.network.OverviewItems;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/** What changed between units beyond chance, offered to the overview: {@link Comparisons} with its corrected tests. */
@Component
final class ChangeItems implements OverviewItems {
    /** The level at which the page shows units. */
    private static final int UNIT_DEPTH = 3;

    @Override
    public Offers offers(Ask ask) {
        ComparisonQuestion question = new ComparisonQuestion(
                Dimension.UNIT, UNIT_DEPTH, ask.before(), ask.window(), List.of(), ask.peopleMin());
        WindowComparison comparison = Comparisons.compute(ask.snapshot(), question);
        Map<String, Integer> sizes = sizes(ask);
        Address address = new Address(ask);
        List<OverviewItem> items = new ArrayList<>();
        whole(comparison, ask.snapshot().people().size(), address, items);
        comparison.groups().forEach(group -> group(group, sizes, address, items));
        comparison.cells().forEach(cell -> cell(cell, sizes, address, items));
        int groups = (int) comparison.groups().stream()
                .filter(group -> group.permeability() != null)
                .count();
        int cells = comparison.cells().size();
        return new Offers(
                items,
                List.of(new Bilingual(
                        groups + " units and " + cells + " pairs of units",
                        groups + " unités et " + cells + " paires d'unités")));
    }

    private static Map<String, Integer> sizes(Ask ask) {
        Grouping grouping = GroupHistory.of(ask.snapshot().chart(), Dimension.UNIT, UNIT_DEPTH, ask.window())
                .mainGrouping();
        int[] sizes = grouping.sizes();
        Map<String, Integer> byGroup = new HashMap<>();
        for (int group = 0; group < sizes.length; group++) {
            byGroup.put(grouping.groups().get(group).id(), sizes[group]);
        }
        return byGroup;
    }

    /** Where an item's figures are one level down. */
    private record Address(Window before, Window window) {
        Address(Ask ask) {
            this(ask.before(), ask.window());
        }

        String view() {
            return "#/change?dimension=UNIT&depth=" + UNIT_DEPTH + "&beforefrom=" + before.from() + "&beforeto="
                    + before.to() + "&afterfrom=" + window.from() + "&afterto=" + window.to();
        }

        String query(String fields) {
            return "{ compare(unitDepth: " + UNIT_DEPTH + ", before: {from: \"" + before.from() + "\", to: \""
                    + before.to() + "\"}, after: {from: \"" + window.from() + "\", to: \"" + window.to() + "\"}) { "
                    + fields + " } }";
        }
    }

    private static void whole(WindowComparison comparison, int people, Address address, List<OverviewItem> items) {
        Sure across = Sure.of(comparison.externalInternal());
        if (across != null) {
            // The E-I index runs from -1 to 1; the share of ties that cross is easier to read.
            double before = (1 + across.before) / 2;
            double after = (1 + across.after) / 2;
            items.add(new OverviewItem(
                    "silos.whole",
                    Section.CHANGED,
                    Bilingual.of(in -> in == Language.FRENCH
                            ? "Dans l'ensemble, la part des liens qui franchissent une frontière d'unité "
                                    + Wording.goes(before, after, in)
                            : "Over the whole, the share of ties that cross a border between units "
                                    + Wording.goes(before, after, in)),
                    Bilingual.of(in -> Certainty.points(before, after, in) + " points"),
                    after - before,
                    Certainty.tested(across.adjusted),
                    OverviewItem.effect(before, after),
                    people,
                    List.of(),
                    address.view(),
                    address.query("externalInternal { before after low high adjustedP summary }")));
        }
        Sure activity = Sure.of(comparison.activity());
        if (activity != null && activity.before > 0) {
            double change = activity.after / activity.before - 1;
            items.add(new OverviewItem(
                    "activity",
                    Section.CHANGED,
                    Bilingual.of(in -> in == Language.FRENCH
                            ? "Les échanges par semaine passent de " + in.number(activity.before, 0) + " à "
                                    + in.number(activity.after, 0) + "."
                            : "Exchanges a week go from " + in.number(activity.before, 0) + " to "
                                    + in.number(activity.after, 0) + "."),
                    Bilingual.of(in -> Wording.relative(change, in)),
                    change,
                    Certainty.tested(activity.adjusted),
                    OverviewItem.effect(activity.before, activity.after),
                    people,
                    List.of(),
                    address.view(),
                    address.query("activity { before after low high adjustedP summary }")));
        }
    }

    private static void group(
            GroupChange changed, Map<String, Integer> sizes, Address address, List<OverviewItem> items) {
        Sure sure = changed.permeability() == null ? null : Sure.of(changed.permeability());
        if (sure == null) {
            return;
        }
        Group group = changed.group();
        boolean opens = sure.after > sure.before;
        items.add(new OverviewItem(
                "unit:" + group.id(),
                Section.CHANGED,
                Bilingual.of(in -> in == Language.FRENCH
                        ? group.name() + (opens ? " s'ouvre" : " se referme")
                                + "\u00a0: la part de ses liens qui sortent de l'unité "
                                + Wording.goes(sure.before, sure.after, in)
                        : group.name() + (opens ? " opens" : " closes")
                                + ": the share of its ties that leave the unit "
                                + Wording.goes(sure.before, sure.after, in)),
                Bilingual.of(in -> Certainty.points(sure.before, sure.after, in) + " points"),
                sure.after - sure.before,
                Certainty.tested(sure.adjusted),
                OverviewItem.effect(sure.before, sure.after),
                sizes.getOrDefault(group.id(), 0),
                List.of(),
                address.view(),
                address.query("groups { group { id name } permeability { before after low high adjustedP } }")));
    }

    private static void cell(CellChange cell, Map<String, Integer> sizes, Address address, List<OverviewItem> items) {
        Sure sure = Sure.of(cell.observedOverExpected());
        if (sure == null) {
            return;
        }
        boolean one = cell.from().equals(cell.to());
        int people = sizes.getOrDefault(cell.from().id(), 0)
                + (one ? 0 : sizes.getOrDefault(cell.to().id(), 0));
        boolean more = sure.after > sure.before;
        Function<Language, String> where = in -> in == Language.FRENCH
                ? (one ? "à l’intérieur " + Bilingual.frenchOf(cell.from().name()) : pair("entre ", cell, " et "))
                : (one ? "inside " + cell.from().name() : pair("between ", cell, " and "));
        items.add(new OverviewItem(
                "pair:" + cell.from().id() + ":" + cell.to().id(),
                Section.CHANGED,
                Bilingual.of(in -> in == Language.FRENCH
                        ? "Les liens " + where.apply(in) + (more ? " se renforcent" : " se défont") + "\u00a0: de "
                                + in.number(sure.before, 2) + " à " + in.number(sure.after, 2)
                                + " fois ce que le hasard donnerait (" + cell.tiesBefore() + " puis "
                                + cell.tiesAfter() + " liens)."
                        : "Ties " + where.apply(in) + (more ? " grow" : " come apart") + ": from "
                                + in.number(sure.before, 2) + " to " + in.number(sure.after, 2)
                                + " times what chance would give (" + cell.tiesBefore() + ", then "
                                + cell.tiesAfter() + " ties)."),
                Bilingual.of(in -> "×\u00a0" + in.number(sure.before == 0 ? sure.after : sure.after / sure.before, 1)),
                sure.after - sure.before,
                Certainty.tested(sure.adjusted),
                OverviewItem.effect(sure.before, sure.after),
                people,
                List.of(),
                address.view() + "&one=" + Wording.inAddress(cell.from().id()) + "&other="
                        + Wording.inAddress(cell.to().id()),
                address.query("cells(first: 30) { from { id name } to { id name } tiesBefore tiesAfter"
                        + " observedOverExpected { before after low high adjustedP } }")));
    }

    private static String pair(String between, CellChange cell, String and) {
        return between + cell.from().name() + and + cell.to().name();
    }

    /** A change beyond chance, all its figures there. */
    private record Sure(double before, double after, double adjusted) {
        static @Nullable Sure of(FigureChange change) {
            Double before = change.before();
            Double after = change.after();
            Double adjusted = change.adjustedP();
            return before == null || after == null || adjusted == null || !change.significant()
                    ? null
                    : new Sure(before, after, adjusted);
        }
    }
}
