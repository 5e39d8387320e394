package org.passerelle.loop;

/** What decided the state of a loop. */
enum LoopEvidence {
    /** The source says that an answer was accepted or resolved it. */
    ACCEPTED("An answer was accepted."),
    /** Whoever asked thanked for a reply, in words or by a reaction. */
    THANKED("Whoever asked thanked for it."),
    /** Whoever asked, or who handled a problem or ticket, says that it is solved. */
    RESOLVED("It was said to be solved."),
    /** A ticket or another work item was opened for it. */
    WORK_ITEM("A work item was opened for it."),
    /** Somebody else replied, and no more is known. */
    REPLIED("Somebody replied; nothing says whether it helped."),
    /** What was replied did not help, says whoever asked. */
    UNSOLVED("What was replied did not help, says whoever asked."),
    /** Nobody replied. */
    UNANSWERED("Nobody replied.");

    private final String sentence;

    LoopEvidence(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
