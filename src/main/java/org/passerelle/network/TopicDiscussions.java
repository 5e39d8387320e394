package org.passerelle.network;

import java.util.List;
import org.passerelle.network.ContributionSearch.Scope;

/** Who discussed which topics, and where; the store implements it. */
public interface TopicDiscussions {
    /** Changes whenever topics are found anew. */
    long version();

    /**
     * Who discussed what on the window's days in texts that colleagues could read, in order of topic, person and
     * discussion. Whoever hides a topic discussed nothing of it.
     *
     * @param most how many of them at most; the rest is left off
     */
    List<Part> parts(Window window, Scope scope, int most);

    /**
     * Somebody's part in a discussion about a topic.
     *
     * @param discussion equal for contributions of one thread
     * @param readable whether the reader of the scope may read any of it
     */
    record Part(Topic topic, String personId, String discussion, boolean readable) {}
}
