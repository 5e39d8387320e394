package org.passerelle.community;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.passerelle.network.DatedContributions;
import org.passerelle.network.DatedTies;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.TieKind;
import org.passerelle.network.TieOrigin;
import org.passerelle.network.Window;

/** The weeks of a manager, Monday to Sunday, as {@link CrowdingOut} asks for them; only whole weeks of the window. */
final class ManagerWeeks {
    private static final Set<TieKind> ADDRESSING = EnumSet.of(TieKind.ADDRESSED, TieKind.MENTIONED);
    private static final Set<TieKind> EXCHANGES = EnumSet.complementOf(EnumSet.of(TieKind.REACTED, TieKind.DECLARED));

    private final NetworkSnapshot snapshot;
    private final int manager;
    private final int firstDay;
    private final int[] inCommunities;
    private final int[] toOthers;
    private final int[] withReports;
    private final List<Set<String>> reports;

    private ManagerWeeks(NetworkSnapshot snapshot, int manager, Window window) {
        this.snapshot = snapshot;
        this.manager = manager;
        LocalDate monday = window.from().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        this.firstDay = Math.toIntExact(monday.toEpochDay());
        int weeks = Math.max(0, (window.toEpochDay() + 1 - firstDay) / 7);
        this.inCommunities = new int[weeks];
        this.toOthers = new int[weeks];
        this.withReports = new int[weeks];
        String id = snapshot.person(manager).id();
        this.reports = monday.datesUntil(monday.plusWeeks(weeks), Period.ofWeeks(1))
                .map(day -> Set.copyOf(snapshot.chart().reports(id, day)))
                .toList();
    }

    /** The weeks of the window, in order; none where it holds no whole week. */
    static CrowdingOut.Week[] of(
            NetworkSnapshot snapshot, DatedContributions contributions, String managerId, Window window) {
        int manager = snapshot.vertex(managerId).orElseThrow();
        ManagerWeeks weeks = new ManagerWeeks(snapshot, manager, window);
        weeks.count(contributions);
        weeks.countTies();
        CrowdingOut.Week[] found = new CrowdingOut.Week[weeks.inCommunities.length];
        Arrays.setAll(
                found,
                week -> new CrowdingOut.Week(
                        weeks.inCommunities[week],
                        weeks.toOthers[week],
                        weeks.withReports[week],
                        weeks.reports.get(week).size()));
        return found;
    }

    private void count(DatedContributions contributions) {
        for (int row = 0; row < contributions.size(); row++) {
            int week = week(contributions.day(row));
            if (week >= 0
                    && contributions.person(row) == manager
                    && contributions.community(row) != DatedContributions.NONE) {
                inCommunities[week]++;
            }
        }
    }

    private void countTies() {
        DatedTies ties = snapshot.ties();
        for (int from = 0; from < ties.people(); from++) {
            for (int tie = ties.rowStart(from); tie < ties.rowEnd(from); tie++) {
                if (from == manager || ties.to(tie) == manager) {
                    count(ties, tie, from == manager ? ties.to(tie) : from, from == manager);
                }
            }
        }
    }

    private void count(DatedTies ties, int tie, int other, boolean own) {
        TieOrigin origin = ties.origins().get(ties.origin(tie));
        String otherId = snapshot.person(other).id();
        for (int record = ties.recordStart(tie); record < ties.recordEnd(tie); record++) {
            int week = week(ties.day(record));
            if (week < 0) {
                continue;
            }
            if (reports.get(week).contains(otherId)) {
                withReports[week] += EXCHANGES.contains(origin.kind()) ? ties.interactions(record) : 0;
            } else if (own && ADDRESSING.contains(origin.kind())) {
                toOthers[week] += ties.interactions(record);
            }
        }
    }

    private int week(int day) {
        int week = Math.floorDiv(day - firstDay, 7);
        return week < inCommunities.length ? Math.max(week, -1) : -1;
    }
}
