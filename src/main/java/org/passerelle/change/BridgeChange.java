package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Person;

/**
 * Somebody who became a bridge between groups, or is one no more.
 *
 * @param appeared whether the person became one
 * @param rankBefore place by shareBefore, from 1; null for somebody on no such path
 * @param shareBefore share of the shortest paths between people of different groups that pass through the person
 * @param summary one sentence
 */
public record BridgeChange(
        Person person,
        boolean appeared,
        @Nullable Integer rankBefore,
        @Nullable Integer rankAfter,
        double shareBefore,
        double shareAfter,
        Bilingual summary) {
    /** The same as that person, for readers who may not see the name. */
    BridgeChange shownAs(Person shown) {
        return new BridgeChange(shown, appeared, rankBefore, rankAfter, shareBefore, shareAfter, summary);
    }
}
