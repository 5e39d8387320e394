package org.passerelle.community;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.network.Activity;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.springframework.stereotype.Component;

/** The communities in which somebody contributed in a window, with their lives. */
@Component
final class LivingCommunities {
    private final Activity activity;
    private final Animation animation;

    LivingCommunities(Activity activity, Animation animation) {
        this.activity = activity;
        this.animation = animation;
    }

    /** A community and its life. */
    record Living(Community community, Life life) {}

    /** All of them, in order of id. */
    List<Living> in(NetworkSnapshot snapshot, Window window) {
        Map<String, Volume> volumes =
                activity.volumes(window).stream().collect(Collectors.toMap(Volume::communityId, Function.identity()));
        List<Community> communities = snapshot.chart().groups(Dimension.COMMUNITY).stream()
                .filter(group -> volumes.containsKey(group.id()))
                .map(group -> new Community(
                        group, volumes.getOrDefault(group.id(), new Volume(group.id(), 0, 0, 0)), window, snapshot))
                .toList();
        List<Life> lives = communities.isEmpty() ? List.of() : animation.of(communities);
        return java.util.stream.IntStream.range(0, lives.size())
                .mapToObj(place -> new Living(communities.get(place), lives.get(place)))
                .toList();
    }
}
