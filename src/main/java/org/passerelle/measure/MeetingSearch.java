package org.passerelle.measure;

/**
 * One of two breadth-first searches towards each other, layer by layer.
 *
 * @param <S> the search itself
 */
interface MeetingSearch<S extends MeetingSearch<S>> {
    /** Forgets the last round and begins anew. */
    void begin();

    /** Whether nobody more can be reached. */
    boolean ended();

    /** How many were reached last. */
    int frontier();

    /** One layer more; whether somebody in it is known to the other search. */
    boolean grow(S other);

    /**
     * Measures how far everybody is from both ends, as far as a shortest way can pass: the search that reached fewer last
     * goes on. If there is no way, the first search has gone as far as it gets.
     *
     * @return whether they met
     */
    static <S extends MeetingSearch<S>> boolean meet(S out, S back) {
        out.begin();
        back.begin();
        while (!out.ended()) {
            Stripes.checkInterrupted();
            boolean behind = !back.ended() && back.frontier() < out.frontier();
            if (behind ? back.grow(out) : out.grow(back)) {
                return true;
            }
        }
        return false;
    }
}
