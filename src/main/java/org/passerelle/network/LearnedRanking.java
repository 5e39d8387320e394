package org.passerelle.network;

import java.util.Optional;

/** What a home learnt from its own past about the order of experts. Implemented by whoever keeps it. */
public interface LearnedRanking {
    /** What it learnt; nothing where it has not, and the built-in numbers hold. */
    Optional<RankingExponents> exponents();

    /** Keeps them, instead of what was learnt before; they hold from the next question on. */
    void keep(RankingExponents exponents);

    /** Goes back to the built-in numbers. */
    void forget();
}
