package org.passerelle.community;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.api.WindowInput;
import org.passerelle.measure.Estimate;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Tells a manager, and nobody else, whether communities are at the cost of their own reports. */
@Controller
class CrowdingOutController {
    private static final String METHOD =
            "Spearman's correlation over weeks of the share of what the manager does that is"
                    + " in communities and exchanges with each report, with drawn pairs of weeks";

    private final Snapshots snapshots;
    private final ContributionTimes times;

    CrowdingOutController(Snapshots snapshots, ContributionTimes times) {
        this.snapshots = snapshots;
        this.times = times;
    }

    /** What the manager sees. */
    record ShownCrowdingOut(
            Provenance provenance,
            int reports,
            int weeks,
            @Nullable Double communityShare,
            @Nullable Double exchanges,
            @Nullable Estimate correlation,
            String summary) {}

    @QueryMapping
    @Nullable
    ShownCrowdingOut crowdingOut(
            @Argument @Nullable WindowInput window, @Argument @Nullable String from, @ContextValue Reader reader) {
        NetworkSnapshot snapshot = snapshots.newest();
        String manager = Speaker.required(from, reader, snapshot.chart());
        Window resolved = WindowInput.resolve(window, snapshot);
        CrowdingOut found = CrowdingOut.of(weeks(snapshot, manager, resolved));
        if (found.reports() == 0) {
            return null;
        }
        return new ShownCrowdingOut(
                Provenance.of(
                        snapshot,
                        resolved,
                        METHOD,
                        new Parameter("weeksMin", String.valueOf(CrowdingOut.WEEKS_MIN)),
                        new Parameter("blockWeeks", "2")),
                found.reports(),
                found.weeks(),
                found.weeks() == 0 ? null : found.communityShare(),
                found.weeks() == 0 ? null : found.exchanges(),
                found.correlation(),
                summary(found));
    }

    private CrowdingOut.Week[] weeks(NetworkSnapshot snapshot, String manager, Window window) {
        try {
            return ManagerWeeks.of(snapshot, times.of(snapshot), manager, window);
        } catch (ContributionTimes.TooMany excess) {
            throw new LimitExceeded(excess.getMessage() + ", more than crowding-out is computed for.");
        }
    }

    private static String summary(CrowdingOut found) {
        Estimate correlation = found.correlation();
        if (correlation == null) {
            return "Too few weeks, or weeks too alike, to say whether communities are at the cost of your reports.";
        }
        String figure = String.format(
                Locale.ROOT,
                " (correlation %.2f, %.2f to %.2f, over %d weeks)",
                correlation.value(),
                correlation.low(),
                correlation.high(),
                found.weeks());
        if (found.crowdsOut()) {
            return "In weeks in which more of what you do is in communities, you exchange less with your reports"
                    + figure + "; which of the two comes first is not known.";
        }
        return correlation.low() > 0
                ? "In weeks in which more of what you do is in communities, you exchange more with your reports"
                        + figure + "."
                : "Your exchange with your reports does not surely go with how much you do in communities" + figure
                        + ".";
    }
}
