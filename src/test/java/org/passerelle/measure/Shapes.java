package org.passerelle.measure;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.network.GraphText;
import org.passerelle.network.TieGraph;

/** Graphs whose measures have closed forms; vertices are numbered as their names say. */
final class Shapes {
    private Shapes() {}

    /** 0-1-2-…; a single vertex alone. */
    static TieGraph path(int people) {
        return text(people, IntStream.range(1, people).mapToObj(to -> (to - 1) + "-" + to));
    }

    /** A path that closes. */
    static TieGraph cycle(int people) {
        return text(people, IntStream.range(0, people).mapToObj(from -> from + "-" + (from + 1) % people));
    }

    /** 0 tied to all others. */
    static TieGraph star(int people) {
        return text(people, IntStream.range(1, people).mapToObj(leaf -> "0-" + leaf));
    }

    /** Everybody tied to everybody. */
    static TieGraph clique(int people) {
        return text(people, pairs(0, people));
    }

    /** Two cliques, 0..k-1 and k..2k-1, and a tie between k-1 and k. */
    static TieGraph barbell(int clique) {
        return text(
                2 * clique,
                Stream.of(pairs(0, clique), pairs(clique, 2 * clique), Stream.of((clique - 1) + "-" + clique))
                        .flatMap(ties -> ties));
    }

    /** Two cliques, 0..k-1 and k..2k-1, whose members k-1 and k are both tied to the broker 2k. */
    static TieGraph brokered(int clique) {
        return text(
                2 * clique + 1,
                Stream.of(
                                pairs(0, clique),
                                pairs(clique, 2 * clique),
                                Stream.of((clique - 1) + "-" + 2 * clique, clique + "-" + 2 * clique))
                        .flatMap(ties -> ties));
    }

    private static Stream<String> pairs(int from, int until) {
        return IntStream.range(from, until).boxed().flatMap(one -> IntStream.range(one + 1, until)
                .mapToObj(other -> one + "-" + other));
    }

    private static TieGraph text(int people, Stream<String> ties) {
        String everybody =
                IntStream.range(0, people).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        return GraphText.graph(everybody + " " + ties.collect(Collectors.joining(" ")));
    }
}
