package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.network.Activity;
import org.passerelle.network.Window;

/** What happened in communities without a store, in time order; nobody named an address of the web. */
record ActivityInMemory(Map<String, List<Act>> byCommunity) implements Activity {
    @Override
    public List<Act> acts(String communityId, Window window) {
        return byCommunity.getOrDefault(communityId, List.of()).stream()
                .filter(act -> window.contains(LocalDate.ofInstant(act.at(), ZoneOffset.UTC)))
                .toList();
    }

    @Override
    public Map<String, List<Act>> acts(Set<String> communityIds, Window window) {
        Map<String, List<Act>> acts = new HashMap<>();
        communityIds.forEach(id -> acts.put(id, acts(id, window)));
        return acts;
    }

    @Override
    public List<Source> sources(String communityId, Window window) {
        return List.of();
    }

    @Override
    public List<Volume> volumes(Window window) {
        return byCommunity.keySet().stream()
                .sorted()
                .map(id -> volume(id, acts(id, window)))
                .filter(volume -> volume.contributions() > 0)
                .toList();
    }

    private static Volume volume(String id, List<Act> acts) {
        return new Volume(
                id,
                acts.size(),
                (int) acts.stream().map(Act::personId).distinct().count(),
                (int) acts.stream().map(Act::thread).distinct().count());
    }
}
