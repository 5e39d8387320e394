package org.passerelle.network;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Offers to animate without a store. */
public final class AnimationOffersInMemory implements AnimationOffers {
    private final Map<String, Set<String>> offered = new ConcurrentHashMap<>();

    @Override
    public Set<String> offered(String communityId) {
        return Set.copyOf(offered.getOrDefault(communityId, Set.of()));
    }

    @Override
    public void record(String personId, String communityId, Offer offer, Instant at) {
        Set<String> people = offered.computeIfAbsent(communityId, _ -> new ConcurrentSkipListSet<>());
        if (offer == Offer.OFFERED) {
            people.add(personId);
        } else {
            people.remove(personId);
        }
    }
}
