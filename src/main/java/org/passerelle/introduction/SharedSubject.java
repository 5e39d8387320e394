package org.passerelle.introduction;

/**
 * What two people have in common to talk about.
 *
 * @param id of the topic or the community
 * @param name as people know it
 */
record SharedSubject(Kind kind, String id, String name) {
    /** What sort of thing it is. */
    enum Kind {
        /** Contributions of both are about this topic. */
        TOPIC,
        /** Both wrote in this community in the window. */
        COMMUNITY
    }
}
