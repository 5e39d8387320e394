package org.passerelle.demonstration;

import java.util.List;
import org.passerelle.network.CommunityKind;
import org.passerelle.network.Visibility;

/** The invented company as its chart shows it, before anybody says anything; positions stand for ids. */
record Company(
        List<Place> companies,
        List<Place> sites,
        List<Place> divisions,
        List<Unit> units,
        List<Place> trades,
        List<Community> communities,
        List<Player> people,
        List<Line> lines) {
    /** Beyond every day of the story. */
    static final int NEVER = 100_000;

    static final int NONE = -1;

    /** Company, site, division or trade. */
    record Place(String id, String name, String remark) {}

    /** A unit of a division. */
    record Unit(String id, String name, int division, int trade, double share) {}

    /** Where people meet, the unit it is close to and what is discussed there. */
    record Community(
            String id,
            String name,
            CommunityKind kind,
            String channel,
            Visibility visibility,
            int unit,
            List<Integer> topics) {}

    /** How high somebody stands in the line. */
    enum Rank {
        OUTSIDE,
        STAFF,
        TEAM_LEAD,
        UNIT_HEAD,
        DIVISION_HEAD,
        COMPANY_HEAD
    }

    /** A name and where mail reaches it. */
    record Identity(String id, String name, String firstName, List<String> addresses, boolean english) {}

    /** What the chart says of somebody; division and unit are {@link #NONE} in the executive office and outside. */
    record Post(int company, int division, int unit, int trade, int site, Rank rank, String title, String grade) {}

    /**
     * Somebody of the story.
     *
     * @param joined day number, negative before the year
     * @param left day number, {@link #NEVER} for those who stay
     * @param activity how much the person takes part, 1 for an ordinary one
     */
    record Player(Identity identity, Post post, int joined, int left, boolean discoverable, double activity) {
        boolean own() {
            return post.rank() != Rank.OUTSIDE;
        }

        boolean presentOn(int day) {
            return joined <= day && day <= left;
        }

        boolean presentAllYear() {
            return joined <= 0 && left == NEVER;
        }
    }

    /** Somebody reports to somebody; the functional ones stand beside the tree. */
    record Line(int person, int manager, boolean functional) {}

    int unit(String id) {
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No unit " + id);
    }

    int community(String id) {
        for (int i = 0; i < communities.size(); i++) {
            if (communities.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No community " + id);
    }

    Player person(int index) {
        return people.get(index);
    }
}
