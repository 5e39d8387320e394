package org.passerelle.community;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.Activity.Volume;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Group;
import org.passerelle.network.Membership;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * A community in a window, on one snapshot.
 *
 * @param group the community
 * @param volume how much it did in the window
 */
record Community(Group group, Volume volume, Window window, NetworkSnapshot snapshot) {
    public String id() {
        return group.id();
    }

    public String name() {
        return group.name();
    }

    public @Nullable CommunityKind kind() {
        return group.kind();
    }

    public int contributions() {
        return volume.contributions();
    }

    public int contributors() {
        return volume.people();
    }

    public int threads() {
        return volume.threads();
    }

    /** Its members on the last day, or where the chart knows none, whoever contributed. */
    List<String> people(Life life) {
        List<String> members = snapshot.chart().members(group.id(), window.to()).stream()
                .map(Membership::personId)
                .distinct()
                .toList();
        return members.isEmpty() ? List.copyOf(life.personas().keySet()) : members;
    }

    /** What it is for: as the company says, otherwise as it seems. */
    CommunityKind kindOrInferred(Life life) {
        CommunityKind given = group.kind();
        return given != null
                ? given
                : KindInferred.of(this, life.signs(), people(life)).kind();
    }
}
