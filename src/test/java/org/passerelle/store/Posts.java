package org.passerelle.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Account;
import org.passerelle.network.Contribution;
import org.passerelle.network.ContributionKind;
import org.passerelle.network.Visibility;

/** Contributions of a forum as tests of what they mean write them: a text alone, without thread, recipients or reactions. */
final class Posts {
    private Posts() {}

    static Contribution post(
            String id,
            Instant at,
            ContributionKind kind,
            Account by,
            Visibility visibility,
            @Nullable String community,
            String language,
            String text) {
        return new Contribution(
                by.source(),
                id,
                at,
                kind,
                "forum",
                visibility,
                text,
                null,
                null,
                community,
                language,
                by,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                0);
    }
}
