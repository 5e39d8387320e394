package org.passerelle.store;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.AnimationOffers;

/** Who offered to animate a community, in nodes of their own that no load touches. */
final class KeptAnimationOffers implements AnimationOffers {
    private final Store store;

    KeptAnimationOffers(Store store) {
        this.store = store;
    }

    @Override
    public Set<String> offered(String communityId) {
        return store
                .read("read/animation-offers", Map.of("community", communityId), row -> row.get("person")
                        .asString())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void record(String personId, String communityId, Offer offer, Instant at) {
        String key = personId + " " + communityId;
        if (offer == Offer.WITHDRAWN) {
            store.write("write/withdraw-animation", Map.of("key", key));
        } else {
            store.write(
                    "write/offer-animation",
                    Map.of("key", key, "person", personId, "community", communityId, "at", at.toEpochMilli()));
        }
    }
}
