package org.passerelle.topic;

import java.util.List;

/**
 * A topic of the vocabulary.
 *
 * @param key its stems in order of the alphabet: what makes it this concept
 * @param names as it is written, the usual name first; never empty
 * @param discussions discussions whose texts hold it
 * @param termhood how much of a topic it is, above 0; compares within one vocabulary
 * @param given whether the company's glossary or a source's tags name it
 */
record Concept(String key, List<String> names, int discussions, double termhood, Given given) {
    /** Who says that this is a topic. */
    enum Given {
        /** Nobody but the texts. */
        FOUND,
        /** A source, by its tags. */
        TAG,
        /** The company's glossary. */
        GLOSSARY
    }

    Concept {
        names = List.copyOf(names);
    }
}
