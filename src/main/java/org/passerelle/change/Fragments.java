package org.passerelle.change;

import java.util.List;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Person;

/**
 * The parts into which the network falls, among people with a tie before or after; whoever has left is in none.
 *
 * @param before parts without the alterations
 * @param after parts with them
 * @param largestBefore people in the largest part
 * @param cutOff people who stay and are in the largest part before but not after, in order of id
 * @param summary one sentence
 */
public record Fragments(
        int before, int after, int largestBefore, int largestAfter, List<Person> cutOff, Bilingual summary) {
    /** Copies the list. */
    public Fragments {
        cutOff = List.copyOf(cutOff);
    }
}
