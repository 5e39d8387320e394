package org.passerelle.loop;

import org.passerelle.network.Bilingual;

/** What decided the state of a loop. */
enum LoopEvidence {
    /** The source says that an answer was accepted or resolved it. */
    ACCEPTED("An answer was accepted.", "Une réponse a été acceptée."),
    /** Whoever asked thanked for a reply, in words or by a reaction. */
    THANKED("Whoever asked thanked for it.", "La personne qui demandait a remercié."),
    /** Whoever asked, or who handled a problem or ticket, says that it is solved. */
    RESOLVED("It was said to be solved.", "Quelqu'un a dit que c'était résolu."),
    /** A ticket or another work item was opened for it. */
    WORK_ITEM("A work item was opened for it.", "Un ticket ou une tâche a été ouvert pour cela."),
    /** Somebody else replied, and no more is known. */
    REPLIED("Somebody replied; nothing says whether it helped.", "Quelqu'un a répondu ; rien ne dit si cela a aidé."),
    /** What was replied did not help, says whoever asked. */
    UNSOLVED(
            "What was replied did not help, says whoever asked.",
            "Les réponses n'ont pas aidé, dit la personne qui demandait."),
    /** Nobody replied. */
    UNANSWERED("Nobody replied.", "Personne n'a répondu.");

    private final String english;
    private final String french;

    LoopEvidence(String english, String french) {
        this.english = english;
        this.french = french;
    }

    Bilingual sentence() {
        return new Bilingual(english, french);
    }
}
