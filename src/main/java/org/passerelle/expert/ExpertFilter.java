package org.passerelle.expert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.WindowInput;

/** Which experts, as the schema describes it. */
record ExpertFilter(
        @Nullable String outsideUnitOf,
        @Nullable String unit,
        @Nullable String site,
        @Nullable String community,
        @Nullable WindowInput window,
        @Nullable Instant before) {
    static final ExpertFilter NONE = new ExpertFilter(null, null, null, null, null, null);
}
