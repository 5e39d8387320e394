package org.passerelle.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A skill that the organisation's own list gives for somebody. It says that, and not how well: nobody is rated.
 *
 * @param name as the list writes it, at most {@value #LENGTH_MAX} characters and {@value #WORDS_MAX} words
 * @param from first day, null where it always held
 * @param until last day, null where it still holds
 */
public record DeclaredSkill(
        String personId,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Most characters of a skill. */
    public static final int LENGTH_MAX = 80;

    /** Most words of a skill. */
    public static final int WORDS_MAX = 6;

    /** Refuses what is no name of a skill. */
    public DeclaredSkill {
        if (personId.isBlank() || name.isBlank() || name.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "A skill needs a person and a name of at most " + LENGTH_MAX + " characters");
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A skill ends before it starts");
        }
    }
}
