package org.passerelle.store;

import org.jspecify.annotations.Nullable;

/** Another process has the database of this home; the caller can wait or choose another home. */
public final class StoreInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says who has it and what to do. */
    public StoreInUse(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
