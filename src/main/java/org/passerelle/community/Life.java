package org.passerelle.community;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.community.AnimatorScores.Parameters;
import org.passerelle.community.AnimatorScores.Scored;
import org.passerelle.network.Activity.Act;
import org.passerelle.network.Appointment;
import org.passerelle.network.Chart;
import org.passerelle.network.Dimension;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;

/**
 * What is known of a community in a window.
 *
 * @param animators everybody who contributed, the highest score first
 * @param exchange how much was said, and who was new
 * @param personas how everybody takes part who contributed
 * @param appointed ids of those who were appointed on the last day
 * @param firstDays day of everybody's first contribution in the window; of who was there before, the window's first day
 *     less one
 * @param recognition how many distinct people each person drew an answer, a reaction or a thanks for a need met from
 * @param welcomes newcomers whom each person was first to answer
 * @param peerWeeks exchanges between peers, week by week
 * @param absences what absences of the animators beyond chance meant, beside others'
 * @param mandates its threads as mandates divide them
 */
record Life(
        List<Scored> animators,
        CommunityHealth.Exchange exchange,
        SelfRegulation selfRegulation,
        Map<String, Persona> personas,
        Set<String> appointed,
        Map<String, LocalDate> firstDays,
        Map<String, Integer> recognition,
        Map<String, Welcomes.Count> welcomes,
        Mirror units,
        Mirror trades,
        PeerWeeks peerWeeks,
        Absences.Matched absences,
        KindSigns signs,
        MandateThreads mandates) {
    /** Of what is drawn from absences. */
    static final long SEED = 20250101L;

    private static final int FRAGILE_THREADS = 10;

    /**
     * Looks at everything.
     *
     * @param anywhere when people did something, in whatever place
     */
    static Life of(Community community, Animation.Acts acts, PresentWeeks anywhere) {
        NetworkSnapshot snapshot = community.snapshot();
        Chart chart = snapshot.chart();
        Window window = community.window();
        LocalDate day = window.to();
        List<Scored> animators =
                AnimatorScores.compute(acts.inWindow(), acts.knownBefore(), snapshot, day, Parameters.defaults());
        Set<String> appointed = appointed(community);
        Threads threads = Threads.of(Turns.of(acts.inWindow()));
        Exchanges exchanges = Exchanges.of(threads);
        Set<String> beyondChance = animators.stream()
                .filter(Scored::significant)
                .map(Scored::personId)
                .collect(Collectors.toUnmodifiableSet());
        return new Life(
                animators,
                CommunityHealth.Exchange.of(acts.inWindow(), acts.knownBefore(), window),
                SelfRegulation.without(animators.stream().map(Scored::personId).toList(), appointed, acts.inWindow()),
                exchanges.personas(snapshot.withData(window)),
                appointed,
                firstDays(acts, window),
                exchanges.recognition(),
                new Welcomes(threads, threads.among(acts.knownBefore())).counts(),
                Mirror.of(exchanges, chart, Dimension.UNIT, day),
                Mirror.of(exchanges, chart, Dimension.TRADE, day),
                PeerWeeks.of(exchanges, chart, day),
                Absences.Matched.of(Absences.of(exchanges, anywhere), beyondChance::contains),
                KindSigns.of(acts.inWindow()),
                MandateThreads.of(acts.inWindow(), appointments(community)));
    }

    /**
     * How far the community rests on its first animator: the share of the others' replies that would go with that person,
     * beyond what would go with others of like volume. Empty with fewer than {@value #FRAGILE_THREADS} threads or nobody to
     * compare with.
     */
    Optional<Double> fragility() {
        SelfRegulation.Removal removal = selfRegulation.withoutFirst();
        if (removal == null || selfRegulation.threads() < FRAGILE_THREADS) {
            return Optional.empty();
        }
        Double kept = removal.kept();
        Double expected = removal.expected();
        return kept == null || expected == null ? Optional.empty() : Optional.of(expected - kept);
    }

    /** How much of the exchange is between peers. */
    CommunityPeers peers() {
        return peerWeeks.exchange();
    }

    private static Set<String> appointed(Community community) {
        return appointments(community).stream()
                .filter(appointment -> appointment.holdsOn(community.window().to()))
                .map(Appointment::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Appointment> appointments(Community community) {
        return community.snapshot().chart().appointments().stream()
                .filter(appointment -> appointment.communityId().equals(community.id()))
                .toList();
    }

    private static Map<String, LocalDate> firstDays(Animation.Acts acts, Window window) {
        Map<String, LocalDate> days = new HashMap<>();
        acts.knownBefore().forEach(id -> days.put(id, window.from().minusDays(1)));
        for (Act act : acts.inWindow()) {
            days.putIfAbsent(act.personId(), LocalDate.ofInstant(act.at(), ZoneOffset.UTC));
        }
        return days;
    }
}
