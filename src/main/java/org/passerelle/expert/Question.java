package org.passerelle.expert;

import org.passerelle.api.BadUserInput;
import org.passerelle.network.StopWords;

/** What somebody wants to know about, in their own words; refuses what no search could understand. */
record Question(String about) {
    static final int LENGTH_MAX = 10_000;

    Question {
        about = about.strip();
        if (about.isEmpty()) {
            throw new BadUserInput("`about` is empty: say in a few words what you look for.");
        }
        if (about.length() > LENGTH_MAX) {
            throw new BadUserInput(
                    "`about` may have " + LENGTH_MAX + " characters; this one has " + about.length() + ".");
        }
        if (about.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new BadUserInput("`about` has no letters or digits: say in a few words what you look for.");
        }
        if (StopWords.areAllOf(about)) {
            throw new BadUserInput("`about` has only words that stand in every text: name what you look for.");
        }
    }
}
