package org.passerelle.demonstration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who of two units has never met anybody of some of the other, in anything said so far: nobody answered, named, applauded or wrote to
 * the other, nor spoke in one thread with them. */
final class Apartness {
    private final List<BitSet> met;

    private Apartness(List<BitSet> met) {
        this.met = met;
    }

    /** From what was said, over positions of people. */
    static Apartness of(List<Act> acts, int people) {
        List<BitSet> met = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            met.add(new BitSet());
        }
        Apartness apartness = new Apartness(met);
        Map<Act, BitSet> threads = new HashMap<>();
        for (Act act : acts) {
            threads.computeIfAbsent(act.root, _ -> new BitSet()).set(act.author);
            act.mentions.forEach(other -> apartness.meet(act.author, other));
            act.recipients.forEach(other -> apartness.meet(act.author, other));
            act.applause.forEach(applause -> apartness.meet(act.author, applause.person()));
        }
        for (BitSet thread : threads.values()) {
            thread.stream().forEach(person -> met.get(person).or(thread));
        }
        return apartness;
    }

    private void meet(int one, int other) {
        met.get(one).set(other);
        met.get(other).set(one);
    }

    /**
     * Some of either side of whom nobody has met anybody of the other: whoever has met most of the other side is left out, from
     * the larger side first, until nobody is left who has.
     */
    List<List<Integer>> apart(List<Integer> one, List<Integer> other) {
        List<Integer> here = new ArrayList<>(one);
        List<Integer> there = new ArrayList<>(other);
        while (true) {
            int most =
                    here.stream().mapToInt(person -> met(person, there)).max().orElse(0);
            int mostThere =
                    there.stream().mapToInt(person -> met(person, here)).max().orElse(0);
            if (most == 0 || mostThere == 0) {
                return List.of(here, there);
            }
            boolean leaves = here.size() > there.size() || (here.size() == there.size() && most >= mostThere);
            leave(leaves ? here : there, leaves ? there : here);
        }
    }

    private void leave(List<Integer> side, List<Integer> across) {
        side.stream()
                .max(Comparator.comparingInt((Integer person) -> met(person, across))
                        .thenComparing(Comparator.naturalOrder()))
                .ifPresent(side::remove);
    }

    private int met(int person, List<Integer> others) {
        return (int) others.stream().filter(met.get(person)::get).count();
    }
}
