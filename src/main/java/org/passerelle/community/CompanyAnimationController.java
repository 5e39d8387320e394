package org.passerelle.community;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.BadUserInput;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.api.Parameter;
import org.passerelle.api.Provenance;
import org.passerelle.api.Snapshots;
import org.passerelle.api.WindowInput;
import org.passerelle.community.CommunityController.ShareOfPeople;
import org.passerelle.community.CommunityShapeController.ShownMandates;
import org.passerelle.measure.ManagersWhoAnimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers who animates the company's communities, taken together: in few hands or many, appointed or not, managers or not. */
@Controller
class CompanyAnimationController {
    private static final int UNITS_MAX = 100;
    private static final Bilingual METHOD = new Bilingual(
            "what follows people's contributions beyond what their volume draws, summed over"
                    + " communities; absences against absences of people of like volume in the same community",
            "ce qui suit les contributions de chacun au-delà de ce qu'attire son volume, additionné sur les communautés ;"
                    + " absences comparées à celles de personnes de volume semblable dans la même communauté");

    private final Snapshots snapshots;
    private final LivingCommunities living;
    private final HeavyAnswers answers;
    private final GroupFloor floor;

    CompanyAnimationController(Snapshots snapshots, LivingCommunities living, HeavyAnswers answers, GroupFloor floor) {
        this.snapshots = snapshots;
        this.living = living;
        this.answers = answers;
        this.floor = floor;
    }

    /** The whole, as the reader may see it. */
    record ShownAnimation(
            Provenance provenance,
            FigureState state,
            int communities,
            @Nullable Integer contributors,
            @Nullable Integer natural,
            @Nullable Integer severalCommunities,
            @Nullable Double topTenth,
            ShownMandates mandates,
            Absences.Effect absences,
            CommunityShapeController.ShownPeers communityPeers,
            List<UnitManagers> units,
            NetworkSnapshot snapshot,
            Window window) {}

    /** Managers of a unit who animate, as the reader may see it. */
    record UnitManagers(
            Group unit, FigureState state, @Nullable ShareOfPeople managers) {}

    @QueryMapping
    ShownAnimation animation(@Argument @Nullable WindowInput window, @Argument int first, @ContextValue Reader reader) {
        if (first < 1 || first > UNITS_MAX) {
            throw new BadUserInput("`first` must be from 1 to " + UNITS_MAX + ", not " + first + ".");
        }
        NetworkSnapshot snapshot = snapshots.newest();
        Window resolved = WindowInput.resolve(window, snapshot);
        CompanyAnimation whole = answers.answer(
                new HeavyAnswers.Question("animation", snapshot.version(), resolved),
                CompanyAnimation.class,
                () -> compute(snapshot, resolved));
        Provenance provenance = Provenance.of(
                snapshot,
                resolved,
                METHOD,
                new Parameter("absenceWeeks", Absences.WEEKS_MIN + " to " + Absences.WEEKS_MAX),
                new Parameter("weeksAround", String.valueOf(Absences.AROUND)));
        int least = floor.of(reader);
        FigureState state = whole.contributors() == 0
                ? FigureState.NO_DATA
                : whole.contributors() < least ? FigureState.SUPPRESSED : FigureState.SHOWN;
        boolean shown = state == FigureState.SHOWN;
        return new ShownAnimation(
                provenance,
                state,
                whole.communities(),
                shown ? whole.contributors() : null,
                shown ? whole.natural() : null,
                shown ? whole.severalCommunities() : null,
                shown ? whole.topTenth() : null,
                CommunityShapeController.shown(whole.mandates(), least),
                whole.absences().effect(Life.SEED),
                CommunityShapeController.shown(whole.peers(), least),
                units(whole, least).stream().limit(first).toList(),
                snapshot,
                resolved);
    }

    private static List<UnitManagers> units(CompanyAnimation whole, int least) {
        List<UnitManagers> shown = new ArrayList<>();
        for (CompanyAnimation.UnitShare unit : whole.units()) {
            ManagersWhoAnimate.Share share = unit.share();
            if (share.managers().of() == 0) {
                shown.add(new UnitManagers(unit.unit(), FigureState.NO_DATA, null));
            } else if (share.managers().of() < least) {
                shown.add(new UnitManagers(unit.unit(), FigureState.SUPPRESSED, null));
            } else {
                shown.add(new UnitManagers(unit.unit(), FigureState.SHOWN, ShareOfPeople.of(share.managers())));
            }
        }
        return shown;
    }

    private CompanyAnimation compute(NetworkSnapshot snapshot, Window window) {
        List<Life> lives = living.in(snapshot, window).stream()
                .map(LivingCommunities.Living::life)
                .toList();
        return CompanyAnimation.of(lives, snapshot.chart(), window.to());
    }
}
