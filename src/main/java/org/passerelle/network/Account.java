package org.passerelle.network;

import org.jspecify.annotations.Nullable;

/**
 * The name under which a person acts in one source: a mail address, a login, a staff number.
 *
 * @param source the source it was seen in
 * @param address the key within the source, already canonical (a mail address in lower case)
 * @param name the spelling seen with it, null where the source gives none
 */
public record Account(
        String source, String address, @Nullable String name) {
    /** Refuses an account without address. */
    public Account {
        if (address.isBlank()) {
            throw new IllegalArgumentException("An account of source " + source + " needs an address");
        }
    }

    /** Unique key over all sources. */
    public String key() {
        return source + " " + address;
    }
}
