package org.passerelle.network;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked, and who then answered it: what expert search can be judged by.
 *
 * @param about the words it was asked in
 * @param text what else it said, for baselines that read it
 * @param answers in time order; the asker's own are left out
 */
public record AskedQuestion(
        String key,
        Instant at,
        String askerId,
        String about,
        String text,
        @Nullable String communityId,
        List<Answer> answers) {
    /** Copies the answers. */
    public AskedQuestion {
        answers = List.copyOf(answers);
    }

    /**
     * One answer.
     *
     * @param accepted whether it met the need
     */
    public record Answer(String personId, Instant at, boolean accepted, String text) {}
}
