package org.passerelle.community;

import java.util.List;
import org.passerelle.network.NaturalAnimators;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/** Natural animators as {@link AnimatorScores} finds them, kept as all lives of communities are. */
@Component
final class KnownAnimators implements NaturalAnimators {
    private final LivingCommunities living;

    KnownAnimators(LivingCommunities living) {
        this.living = living;
    }

    @Override
    public List<Animated> in(NetworkSnapshot snapshot, Window window) {
        return living.in(snapshot, window).stream()
                .map(one -> new Animated(
                        one.community().id(),
                        one.life().animators().stream()
                                .map(scored -> new Contributor(
                                        scored.personId(),
                                        scored.contributions(),
                                        scored.score(),
                                        scored.significant()))
                                .toList()))
                .toList();
    }
}
