package org.passerelle.adoption;

import java.util.List;
import java.util.Map;
import org.passerelle.adoption.Funnels.GroupFunnel;
import org.passerelle.adoption.Newcomers.Cohort;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Group;

/**
 * How far the network has been taken up; what the answer is asked about travels with it.
 *
 * @param months the company's funnel
 * @param newcomers how long newcomers of the window stay
 * @param curve share of them still active, week by week
 */
record Adoption(
        String snapshot,
        AdoptionQuestion question,
        List<FunnelMonth> months,
        List<AdoptionGroup> groups,
        Survival newcomers,
        List<SurvivalPoint> curve,
        List<Cohort> cohorts,
        LeadershipEffect leadership) {
    Adoption {
        months = List.copyOf(months);
        groups = List.copyOf(groups);
        curve = List.copyOf(curve);
        cohorts = List.copyOf(cohorts);
    }

    /** One group: its funnel and its newcomers. */
    record AdoptionGroup(Group group, FigureState state, int people, List<FunnelMonth> months, Survival newcomers) {}

    static Adoption compute(AdoptionGround ground) {
        Funnels.Result funnels = Funnels.compute(ground);
        Newcomers.Result newcomers = Newcomers.compute(ground);
        Survival nobody = Newcomers.survival(List.of(), ground.question.peopleMin());
        return new Adoption(
                ground.snapshot.version(),
                ground.question,
                funnels.months(),
                funnels.groups().stream()
                        .map(group -> group(group, newcomers.groups(), nobody))
                        .toList(),
                newcomers.all(),
                newcomers.curve(),
                newcomers.cohorts(),
                Leaderships.compute(ground));
    }

    private static AdoptionGroup group(GroupFunnel funnel, Map<String, Survival> newcomers, Survival nobody) {
        return new AdoptionGroup(
                funnel.group(),
                funnel.state(),
                funnel.people(),
                funnel.months(),
                newcomers.getOrDefault(funnel.group().id(), nobody));
    }

    /** The company's last month of which the data are complete, and its newcomers, in a sentence. */
    public Bilingual summary() {
        return months.stream()
                .filter(FunnelMonth::complete)
                .reduce((_, later) -> later)
                .map(month -> AdoptionSentence.of(month, newcomers))
                .orElse(new Bilingual(
                        "No month of the window has complete data.",
                        "Aucun mois de la période n'a de données complètes."));
    }
}
