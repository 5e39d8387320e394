package org.passerelle.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.passerelle.measure.Found;
import org.passerelle.need.Marking;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.ContributionMark;
import org.passerelle.network.MarkedActs.Act;

/**
 * 200 French sentences of a workplace that were written before their writer had read the patterns or the generator of the
 * invented organisation. Patterns were changed by looking at those with odd numbers only. Each sentence goes through the
 * product's own marking and tracing twice: as what opens a discussion that somebody joins, and as what an asker says after
 * an answer.
 */
class FrenchItemsTest {
    private static final String NONE = "-";

    private record Item(int number, String need, String end, String text) {
        boolean isHeldOut() {
            return number % 2 == 0;
        }
    }

    private static List<Item> items() {
        return Labels.rows("french-items.tsv", 4).stream()
                .map(row -> new Item(Integer.parseInt(row.get(0)), row.get(1), row.get(2), row.get(3)))
                .toList();
    }

    private static Act said(String key, String person, int hour, @Nullable String repliesTo, @Nullable String text) {
        Set<ContributionMark> marks = Marking.of(null, text);
        ContributionKind kind = repliesTo == null ? ContributionKind.POST : ContributionKind.REPLY;
        return Said.act(key, person, Said.at(hour), kind, repliesTo, null, marks, List.of());
    }

    /** The kind of need that it opens, "-" for none. */
    private static String need(Item item) {
        List<Act> discussion = List.of(
                said("q", "ann", 0, null, item.text()), said("a", "bob", 1, "q", "Voir la notice, page douze."));
        List<Loop> loops = LoopTracing.of(discussion, false, Said.at(2));
        return loops.isEmpty() ? NONE : loops.getFirst().kind().name();
    }

    /** What it makes of a question that was answered: THANKS, SOLVED, UNSOLVED or "-". */
    private static String end(Item item) {
        List<Act> discussion = List.of(
                said("q", "ann", 0, null, "Quelqu'un sait-il comment on règle la butée ?"),
                said("a", "bob", 1, "q", "Voir la notice, page douze."),
                said("e", "ann", 2, "a", item.text()));
        Loop loop = LoopTracing.of(discussion, false, Said.at(3)).getFirst();
        return switch (loop.evidence()) {
            case THANKED -> "THANKS";
            case RESOLVED -> "SOLVED";
            case UNSOLVED -> "UNSOLVED";
            default -> NONE;
        };
    }

    private static Found found(
            List<Item> items, Function<Item, String> told, Function<Item, String> truth, Predicate<String> sort) {
        Found found = Found.NOTHING;
        for (Item item : items) {
            found = found.plus(sort.test(told.apply(item)), sort.test(truth.apply(item)));
        }
        return found;
    }

    private static void list(String what, List<Item> items, Function<Item, String> told, Function<Item, String> truth) {
        for (Item item : items) {
            if (Boolean.getBoolean("passerelle.labels.list")
                    && !told.apply(item).equals(truth.apply(item))) {
                System.out.println(what + " " + item + " was taken for " + told.apply(item));
            }
        }
    }

    private static Found reported(String half, List<Item> items) {
        // Whoever answers an answer opens nothing.
        List<Item> openings =
                items.stream().filter(item -> item.end().equals(NONE)).toList();
        Found needs = found(openings, FrenchItemsTest::need, Item::need, kind -> !kind.equals(NONE));
        Labels.report("French " + half + " need: " + needs.line());
        for (String kind : List.of("QUESTION", "PROBLEM", "IDEA")) {
            Found ofKind = found(openings, FrenchItemsTest::need, Item::need, kind::equals);
            Labels.report("French " + half + " need of kind " + kind + ": " + ofKind.line());
        }
        return needs;
    }

    private static List<Found> ends(String half, List<Item> items) {
        Found closed =
                found(items, FrenchItemsTest::end, Item::end, end -> end.equals("THANKS") || end.equals("SOLVED"));
        Found solved = found(items, FrenchItemsTest::end, Item::end, "SOLVED"::equals);
        Found unsolved = found(items, FrenchItemsTest::end, Item::end, "UNSOLVED"::equals);
        Labels.report("French " + half + " closed: " + closed.line());
        Labels.report("French " + half + " told solved: " + solved.line());
        Labels.report("French " + half + " not solved: " + unsolved.line());
        return List.of(closed, solved, unsolved);
    }

    @Test
    void items_ofBothHalves_areMostlyTakenForWhatTheyAre() {
        List<Item> all = items();
        assertThat(all).hasSize(200);
        assertThat(all.stream().map(Item::text)).doesNotHaveDuplicates();
        for (boolean heldOut : List.of(false, true)) {
            String half = heldOut ? "held out" : "tuning";
            List<Item> items =
                    all.stream().filter(item -> item.isHeldOut() == heldOut).toList();
            if (!heldOut) {
                list("need", items, FrenchItemsTest::need, item -> item.end().equals(NONE) ? item.need() : need(item));
                list("end", items, FrenchItemsTest::end, Item::end);
            }
            Found needs = reported(half, items);
            List<Found> ends = ends(half, items);
            assertThat(needs.f1()).as("needs, %s", half).isGreaterThan(0.6);
            assertThat(ends.getFirst().f1()).as("closed, %s", half).isGreaterThan(0.7);
            assertThat(ends.getLast().f1()).as("not solved, %s", half).isGreaterThan(0.4);
        }
    }
}
