package org.passerelle.community;

import org.jspecify.annotations.Nullable;
import org.passerelle.api.LimitExceeded;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.Speaker;
import org.passerelle.api.WindowInput;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.ContributionTimes;
import org.passerelle.network.Language;
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
    private static final Bilingual METHOD = new Bilingual(
            "Spearman's correlation over weeks of the share of what the manager does that is"
                    + " in communities and exchanges with each report, with drawn pairs of weeks",
            "corrélation de Spearman, semaine par semaine, entre la part de l'activité du manager qui est dans les communautés et"
                    + " ses échanges avec chaque membre de son équipe, par tirage de paires de semaines");

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
            Bilingual summary) {}

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

    private static Bilingual summary(CrowdingOut found) {
        Estimate correlation = found.correlation();
        if (correlation == null) {
            return new Bilingual(
                    "Too few weeks, or weeks too alike, to say whether communities are at the cost of your reports.",
                    "Trop peu de semaines, ou des semaines trop semblables, pour dire si les communautés se font aux dépens de"
                            + " votre équipe.");
        }
        return Bilingual.of(in -> {
            String figure = figure(correlation, found.weeks(), in);
            boolean french = in == Language.FRENCH;
            if (found.crowdsOut()) {
                return french
                        ? "Les semaines où vous êtes plus présent dans les communautés, vous échangez moins avec votre équipe"
                                + figure + " ; on ne sait pas ce qui vient en premier."
                        : "In weeks in which more of what you do is in communities, you exchange less with your reports"
                                + figure + "; which of the two comes first is not known.";
            }
            if (correlation.low() > 0) {
                return french
                        ? "Les semaines où vous êtes plus présent dans les communautés, vous échangez aussi plus avec votre"
                                + " équipe" + figure + "."
                        : "In weeks in which more of what you do is in communities, you exchange more with your reports"
                                + figure + ".";
            }
            return french
                    ? "Rien ne montre que vos échanges avec votre équipe dépendent de votre présence dans les communautés"
                            + figure + "."
                    : "Your exchange with your reports does not surely go with how much you do in communities" + figure
                            + ".";
        });
    }

    private static String figure(Estimate correlation, int weeks, Language in) {
        String value = in.number(correlation.value(), 2);
        String low = in.number(correlation.low(), 2);
        String high = in.number(correlation.high(), 2);
        return in == Language.FRENCH
                ? " (corrélation " + value + ", de " + low + " à " + high + ", sur " + weeks + " semaines)"
                : " (correlation " + value + ", " + low + " to " + high + ", over " + weeks + " weeks)";
    }
}
