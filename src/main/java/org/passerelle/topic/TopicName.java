package org.passerelle.topic;

import java.util.List;

/** The words of a topic's name, as two names are compared. */
public final class TopicName {
    private TopicName() {}

    /** The stems of a text's words, each once; words of grammar are left out. */
    public static List<String> stems(String text) {
        return Vocabulary.stems(text);
    }

    /** What makes a topic of that name the same concept as another; empty where no word says anything. */
    public static String key(String name) {
        return Stems.key(Vocabulary.stems(name));
    }
}
