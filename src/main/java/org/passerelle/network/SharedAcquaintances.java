package org.passerelle.network;

import java.time.Instant;
import java.util.Map;

/**
 * Who agreed that colleagues are introduced to one another over acquaintances of theirs that these colleagues could not
 * read about; the store implements it. It outlives loads.
 */
public interface SharedAcquaintances {
    /** Which of one's acquaintances: each extent holds those before it. */
    enum SharingExtent {
        /** Those that who asks could read about only. */
        NONE,
        /** Those from communities too, whoever asks. */
        COMMUNITIES,
        /** Those from private exchanges too. */
        PRIVATE_TOO;

        /** Whether exchanges of that visibility may be used, whoever asks. */
        public boolean covers(Visibility visibility) {
            return switch (this) {
                case NONE -> false;
                case COMMUNITIES -> visibility != Visibility.PRIVATE;
                case PRIVATE_TOO -> true;
            };
        }
    }

    /** What people agreed to, by id; whoever is missing agreed to nothing. */
    Map<String, SharingExtent> extents();

    /**
     * What a person agrees to; takes the place of what was agreed before, and holds from now on.
     *
     * @return id under which the person's decisions are kept, the same for all of them
     */
    String record(String personId, SharingExtent extent, Instant at);
}
