package org.passerelle.community;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.api.HeavyAnswers;
import org.passerelle.community.CompanyAnimationController.ShownAnimation;
import org.passerelle.community.MandateDose.Relation;
import org.passerelle.community.MandateEvents.Effect;
import org.passerelle.community.MandateEvents.Event;
import org.passerelle.measure.Estimate;
import org.passerelle.network.Bilingual;
import org.passerelle.network.Language;
import org.passerelle.network.NetworkSnapshot;
import org.passerelle.network.Window;
import org.passerelle.privacy.FigureState;
import org.passerelle.privacy.GroupFloor;
import org.passerelle.privacy.Reader;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Answers what others begin of their own accord, against how much appointed animation there is. */
@Controller
class MandateDoseController {
    private static final int EVENTS_MAX = 20;

    private final LivingCommunities living;
    private final Animation animation;
    private final HeavyAnswers answers;
    private final GroupFloor floor;

    MandateDoseController(LivingCommunities living, Animation animation, HeavyAnswers answers, GroupFloor floor) {
        this.living = living;
        this.animation = animation;
        this.answers = answers;
        this.floor = floor;
    }

    /** The dose as the reader may see it. */
    record ShownDose(FigureState state, @Nullable DoseFigures figures) {}

    /** The figures. */
    record DoseFigures(
            int communities,
            int appointed,
            int threads,
            @Nullable Double opened,
            @Nullable Double steered,
            @Nullable Double hours,
            Relation byHours,
            Relation bySteering,
            List<ShownEvent> appointments,
            @Nullable Effect together,
            List<Period> course,
            Bilingual summary) {}

    /** One appointment. */
    record ShownEvent(
            LocalDate day,
            @Nullable Double hours,
            int before,
            int after,
            int matched,
            double change,
            double matchedChange,
            double p) {}

    /** Threads that others began in a period around the appointments, and how many communities alike would have there. */
    record Period(int number, int threads, double matched) {}

    /** What a question is about: one community, or null for all together. */
    private record DoseQuestion(Window window, @Nullable String community) {}

    @SchemaMapping(typeName = "CompanyAnimation", field = "mandateDose")
    ShownDose company(ShownAnimation animation, @ContextValue Reader reader) {
        return shown(dose(animation.snapshot(), animation.window(), null), false, reader);
    }

    @SchemaMapping(typeName = "Community", field = "mandateDose")
    ShownDose community(Community community, @ContextValue Reader reader) {
        // Where nobody was ever appointed, the other communities need not be read.
        return animation.of(community).mandates().appointments().isEmpty()
                ? new ShownDose(FigureState.NO_DATA, null)
                : shown(dose(community.snapshot(), community.window(), community.id()), true, reader);
    }

    private MandateDose dose(NetworkSnapshot snapshot, Window window, @Nullable String community) {
        return answers.answer(
                new HeavyAnswers.Question("mandateDose", snapshot.version(), new DoseQuestion(window, community)),
                MandateDose.class,
                () -> {
                    Map<String, MandateThreads> all = threads(snapshot, window);
                    return MandateDose.of(all, community == null ? all.keySet() : Set.of(community), window);
                });
    }

    private Map<String, MandateThreads> threads(NetworkSnapshot snapshot, Window window) {
        Map<String, MandateThreads> all = new TreeMap<>();
        living.in(snapshot, window)
                .forEach(one -> all.put(one.community().id(), one.life().mandates()));
        return all;
    }

    /** With few appointed people it would say of each what came of them; to the only one it says so of themselves. */
    private ShownDose shown(MandateDose dose, boolean one, Reader reader) {
        if (dose.communities() == 0) {
            return new ShownDose(FigureState.NO_DATA, null);
        }
        long others = dose.personIds().stream()
                .filter(id -> !id.equals(reader.personId()))
                .count();
        return others > 0 && others < floor.of(reader)
                ? new ShownDose(FigureState.SUPPRESSED, null)
                : new ShownDose(FigureState.SHOWN, figures(dose, one));
    }

    private static DoseFigures figures(MandateDose dose, boolean one) {
        // One by one only inside a community: over all of them a list would be a list of people.
        List<ShownEvent> events = one
                ? dose.events().stream()
                        .limit(EVENTS_MAX)
                        .map(MandateDoseController::shown)
                        .toList()
                : List.of();
        return new DoseFigures(
                dose.communities(),
                dose.personIds().size(),
                dose.threads(),
                dose.opened(),
                dose.steered(),
                dose.hours(),
                dose.byHours(),
                dose.bySteering(),
                events,
                dose.together(),
                course(dose.events()),
                summary(dose));
    }

    private static ShownEvent shown(Event event) {
        Effect alone = Effect.of(List.of(event));
        if (alone == null) {
            throw new IllegalStateException("An event has an effect");
        }
        return new ShownEvent(
                event.day(),
                event.hours(),
                event.before(),
                event.after(),
                event.matched(),
                alone.change(),
                alone.matchedChange(),
                alone.p());
    }

    private static List<Period> course(List<Event> events) {
        return events.isEmpty()
                ? List.of()
                : IntStream.range(0, 2 * MandateEvents.PERIODS)
                        .mapToObj(place -> new Period(
                                place < MandateEvents.PERIODS
                                        ? place - MandateEvents.PERIODS
                                        : place - MandateEvents.PERIODS + 1,
                                (int) events.stream()
                                        .mapToDouble(event -> event.course()[place][0])
                                        .sum(),
                                events.stream()
                                        .mapToDouble(event -> event.course()[place][1])
                                        .sum()))
                        .toList();
    }

    private static Bilingual summary(MandateDose dose) {
        Effect effect = dose.together();
        if (effect == null) {
            return new Bilingual(
                    "No appointment has " + MandateEvents.REACH
                            + " days on both sides and a community like it to compare with.",
                    "Aucune nomination n'a " + MandateEvents.REACH
                            + " jours de recul de part et d'autre et une communauté semblable à qui la comparer.");
        }
        return Bilingual.of(in -> summary(effect, in));
    }

    private static String summary(Effect effect, Language in) {
        boolean french = in == Language.FRENCH;
        Estimate difference = effect.difference();
        String ratio = percent(effect.ratio(), in)
                + (difference == null
                        ? ""
                        : (french ? ", de " : ", ")
                                + percent(difference.low(), in)
                                + (french ? " à " : " to ")
                                + percent(difference.high(), in))
                + ", p " + in.number(effect.p(), 2);
        String begun = percent(effect.change(), in);
        String alike = percent(effect.matchedChange(), in);
        if (french) {
            return "Dans les " + MandateEvents.REACH + " jours après "
                    + (effect.events() == 1 ? "la nomination" : effect.events() + " nominations")
                    + ", les fils que les autres lancent d'eux-mêmes varient de " + begun
                    + ", dans des communautés semblables de " + alike + " (rapport " + ratio
                    + "). Les deux vont ensemble, sans plus : on nomme peut-être quelqu'un parce que la communauté s'essouffle.";
        }
        return "In the " + MandateEvents.REACH + " days after " + effect.events() + " appointment"
                + (effect.events() == 1 ? "" : "s") + " others began " + begun
                + " threads of their own accord, in communities alike " + alike + " (ratio " + ratio
                + "). An association: whoever appoints somebody may do so because it fades.";
    }

    private static String percent(double share, Language in) {
        return in.signed(100 * share, 0) + (in == Language.FRENCH ? "\u00a0%" : "%");
    }
}
