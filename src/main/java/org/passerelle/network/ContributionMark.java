package org.passerelle.network;

/** What the text of a contribution says of a need, kept on it so that no question reads the text again. */
public enum ContributionMark {
    /** Asks in so many words: "does anybody know", "comment faire". */
    QUESTION,
    /** Has a sentence with a question mark that is no figure of speech: a need only where it opens a discussion. */
    ASKS,
    /** Asks, but says more than it asks: an answer may ask on. */
    TELLS,
    /** Says that something does not work. */
    PROBLEM,
    /** Suggests something. */
    IDEA,
    /** Thanks for what was said or done, not in advance. */
    THANKS,
    /** Says that a need is met. */
    SOLVED,
    /** Says that a need is not met in spite of what was said. */
    UNSOLVED,
    /** Says that a ticket or another work item was opened for it. */
    WORK_ITEM
}
