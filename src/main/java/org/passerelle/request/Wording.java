package org.passerelle.request;

import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;

/** What people write to one another here: short, and about something. */
final class Wording {
    static final int ABOUT_MAX = 500;
    static final int MESSAGE_MAX = 2_000;

    private Wording() {}

    /** What it is about, without spaces around; refuses what says nothing and what is too long. */
    static String about(String about) {
        String said = about.strip();
        if (said.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadUserInput("`about` has no letters or digits: say in a few words what it is about.");
        }
        if (said.length() > ABOUT_MAX) {
            throw new BadUserInput(
                    "`about` may have " + ABOUT_MAX + " characters here; this one has " + said.length() + ".");
        }
        return said;
    }

    /** A purpose, without spaces around; refuses what says nothing and what is too long. */
    static String purpose(String purpose) {
        String said = purpose.strip();
        if (said.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadUserInput(
                    "`purpose` has no letters or digits: say in a few words what the name is needed for.");
        }
        if (said.length() > ABOUT_MAX) {
            throw new BadUserInput(
                    "`purpose` may have " + ABOUT_MAX + " characters; this one has " + said.length() + ".");
        }
        return said;
    }

    /** A message, null where nothing is said; refuses what is too long. */
    static @Nullable String message(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return null;
        }
        String said = message.strip();
        if (said.length() > MESSAGE_MAX) {
            throw new BadUserInput(
                    "`message` may have " + MESSAGE_MAX + " characters; this one has " + said.length() + ".");
        }
        return said;
    }
}
