package org.passerelle.api;

import org.jspecify.annotations.Nullable;
import org.passerelle.network.Chart;
import org.passerelle.privacy.Reader;
import org.passerelle.privacy.Role;

/** The person a request speaks as: the reader, or in the open role whoever {@code from} names. */
public final class Speaker {
    private Speaker() {}

    /** The person, null where nobody was chosen; refuses somebody else's name and people who are not in the data. */
    public static @Nullable String of(@Nullable String from, Reader reader, Chart chart) {
        if (from != null && reader.role() != Role.OPEN && !from.equals(reader.personId())) {
            throw new Forbidden("`from` can only be yourself in your role.");
        }
        String speaker = from == null ? reader.personId() : from;
        if (speaker != null && chart.person(speaker).isEmpty()) {
            throw new NotFound(
                    from == null
                            ? "The person you ask as is not in the data."
                            : "The person in `from` is not in the data.");
        }
        return speaker;
    }

    /** The person; refuses a request that speaks as nobody. */
    public static String required(@Nullable String from, Reader reader, Chart chart) {
        String speaker = of(from, reader, chart);
        if (speaker == null) {
            throw new BadUserInput("Say who you are: give the id of a person in `from`.");
        }
        return speaker;
    }
}
