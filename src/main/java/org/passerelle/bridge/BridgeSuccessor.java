package org.passerelle.bridge;

import org.passerelle.network.Bilingual;
import org.passerelle.network.Person;

/**
 * Somebody who could take a bridge's place.
 *
 * @param knowsHere how many of the bridge's contacts on the one side the person knows already
 * @param ofHere how many others that side has
 * @param knowsThere the same on the other side
 * @param ofThere how many others that side has
 * @param workload distinct people exchanged with in the window
 * @param sentence the same in words
 */
public record BridgeSuccessor(
        Person person, int knowsHere, int ofHere, int knowsThere, int ofThere, int workload, Bilingual sentence) {
    /** The same as that person, for readers who may not see the name. */
    BridgeSuccessor shownAs(Person shown) {
        return new BridgeSuccessor(shown, knowsHere, ofHere, knowsThere, ofThere, workload, sentence);
    }
}
