package org.passerelle.privacy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The doorkeeper: who a request comes from. In the open role the request may say which person it speaks
 * as; without it nobody is let in, because signing in is not built and the rule is to deny.
 */
public final class Readers {
    /** Longest id of a person that is looked at. */
    static final int PERSON_ID_LENGTH_MAX = 200;

    /** Whether everybody who reaches the address is let in. */
    public enum Access {
        OPEN,
        SIGNED_IN
    }

    private final Access access;

    /** A doorkeeper for that access. */
    public Readers(Access access) {
        this.access = access;
    }

    /**
     * The reader of a request; empty when it must be refused.
     *
     * @param claimedPersonId the person the request says it comes from, believed in the open role only
     */
    public Optional<Reader> reader(@Nullable String claimedPersonId) {
        if (access != Access.OPEN) {
            return Optional.empty();
        }
        boolean nobody =
                claimedPersonId == null || claimedPersonId.isBlank() || claimedPersonId.length() > PERSON_ID_LENGTH_MAX;
        return Optional.of(Reader.open(nobody ? null : claimedPersonId));
    }
}
