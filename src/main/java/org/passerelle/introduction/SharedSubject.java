package org.passerelle.introduction;

/**
 * What two people have in common to talk about.
 *
 * @param id of the community
 * @param name as people know it
 */
record SharedSubject(Kind kind, String id, String name) {
    /** What sort of thing it is. */
    enum Kind {
        /** Both wrote in this community in the window. */
        COMMUNITY
    }
}
