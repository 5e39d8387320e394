package org.passerelle.change;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Bilingual;

/**
 * A figure without and with the alterations.
 *
 * @param before null where it is not defined
 * @param after null where it is not defined
 * @param difference after less before; null where one is missing
 * @param standardError of the difference where it is estimated from some people; null where it is exact
 * @param summary one sentence
 */
public record BeforeAfter(
        @Nullable Double before,
        @Nullable Double after,
        @Nullable Double difference,
        @Nullable Double standardError,
        Bilingual summary) {
    /** An exact figure; NaN where it is not defined. */
    static BeforeAfter exact(double before, double after, Bilingual summary) {
        return new BeforeAfter(number(before), number(after), number(after - before), null, summary);
    }

    /** A figure that may not be told. */
    static BeforeAfter withheld(Bilingual why) {
        return new BeforeAfter(null, null, null, null, why);
    }

    static @Nullable Double number(double value) {
        return Double.isNaN(value) || Double.isInfinite(value) ? null : value;
    }
}
